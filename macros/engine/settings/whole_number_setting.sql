{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The value of a var that counts something, as a whole number within its bounds. Any other value stops dbt with one sentence. -#}
{% macro whole_number_setting(setting, least, most) -%}
    {%- set value = var(setting) -%}
    {%- if not modules.re.fullmatch('[0-9]{1,9}', value | string) or not least <= value | int <= most -%}
        {{ refuse_setting(
            setting ~ " is '" ~ value ~ "'; give a whole number from " ~ least ~ ' to ' ~ most
        ) }}
    {%- endif -%}
    {{ return(value | int) }}
{%- endmacro %}
