{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The rows that came in, as a table of row counts publishes them, are the rows of each ODS table of its areas; every table has a row. -#}
{% test row_counts_equal_ods(model, areas) %}
{%- set tables = [] -%}
{%- for area in areas -%}
    {%- do tables.extend(area_tables(area)) -%}
{%- endfor %}

with

published as (

    select * from {{ model }}

),

landed as (
    {% for table in tables %}
    select
        '{{ table.ods }}' as source_table,
        count(*) as raw_row_count

    from {{ ods(table.area, table.ods) }}
    {% if not loop.last %}
    union all
    {% endif -%}
    {% endfor %}
),

compared as (

    select
        coalesce(landed.source_table, published.source_table) as source_table,
        landed.raw_row_count as landed_count,
        published.raw_row_count as published_count

    from landed

    full outer join published
        on landed.source_table = published.source_table

)

select * from compared
where not landed_count <=> published_count

{% endtest %}
