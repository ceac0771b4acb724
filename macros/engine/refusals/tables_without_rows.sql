{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Those of the company's raw tables (see area_tables) that are there and hold no row. -#}
{% macro tables_without_rows(tables) -%}
    {%- set queries, empty = [], [] -%}
    {%- for table in tables -%}
        {%- set stored = ods_stored(table) -%}
        {%- if stored -%}
            {%- do queries.append("select '" ~ table.ods ~ "' as ods, count(*) as row_count from (select 1 from " ~ stored ~ " limit 1)") -%}
        {%- endif -%}
    {%- endfor -%}
    {%- set counted = {} -%}
    {%- if queries -%}
        {%- for row in run_query(queries | join(' union all ')).rows -%}
            {%- do counted.update({row[0]: row[1]}) -%}
        {%- endfor -%}
    {%- endif -%}
    {%- for table in tables if counted.get(table.ods) == 0 -%}
        {%- do empty.append(table) -%}
    {%- endfor -%}
    {{ return(empty) }}
{%- endmacro %}
