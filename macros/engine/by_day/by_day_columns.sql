{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Name and type of each column that the query gives, as Spark sees it, without reading a row. -#}
{% macro by_day_columns(query) -%}
    {%- set columns = [] -%}
    {%- for column in run_query('describe query ' ~ query) -%}
        {%- do columns.append({'name': column['col_name'], 'type': column['data_type']}) -%}
    {%- endfor -%}
    {%- if 'dt' not in columns | map(attribute='name') -%}
        {{ exceptions.raise_compiler_error(model.name ~ ' is kept by day, but its query has no column dt; add the day') }}
    {%- endif -%}
    {{ return(columns) }}
{%- endmacro %}
