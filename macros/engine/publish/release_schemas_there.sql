{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The release schemas of a published schema that exist, oldest first. -#}
{% macro release_schemas_there(published) -%}
    {%- set found = [] -%}
    {%- for schema in run_query("show schemas like '" ~ published ~ "__r*'").columns[0].values() -%}
        {%- if modules.re.fullmatch(published ~ '__r[0-9]+', schema) -%}
            {%- do found.append(schema) -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(found | sort) }}
{%- endmacro %}
