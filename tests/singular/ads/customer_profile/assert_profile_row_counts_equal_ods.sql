-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 公布的“进来的行”必须等于 ODS 表自己的行数，每张表都有一行
{%- set tables = area_tables('customer_profile') %}

with

published as (

    select * from {{ ref('ads_customer_profile_row_count') }}

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
