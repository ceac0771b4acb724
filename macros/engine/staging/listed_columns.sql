{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The columns of a raw table, whatever area lists it; none where none does. -#}
{% macro listed_columns(ods) -%}
    {%- set columns = [] -%}
    {%- for area in areas() -%}
        {%- for table in area_tables(area) if table.ods == ods -%}
            {%- do columns.extend(ods_columns(table)) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ return(columns) }}
{%- endmacro %}
