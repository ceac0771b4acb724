{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A schema name, which enters SQL unquoted: letters, digits and _ only, with the name of a catalog in front if wanted. -#}
{% macro schema_name_setting(name, setting) -%}
    {%- set word = '[A-Za-z_][A-Za-z0-9_]{0,99}' -%}
    {%- if not modules.re.fullmatch('(' ~ word ~ '[.])?' ~ word, name | string) -%}
        {{ refuse_setting(
            setting ~ " is '" ~ name ~ "', which cannot be the name of a schema: use letters, digits and _"
        ) }}
    {%- endif -%}
    {{ return(name) }}
{%- endmacro %}
