-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一张 ODS 表：进来、保留、拒绝的行数，与截止日及以前最新的事件日
{%- set tables = area_tables('customer_service_promo') + area_tables('shared') %}

with

promo_rejects as (

    select * from {{ ref('dwd_customer_service_promo_reject') }}

),

shared_rejects as (

    select * from {{ ref('dwd_shared_reject') }}

),

rejects as (

    select source_table from promo_rejects

    union all

    select source_table from shared_rejects

),

kept as (
    {% for table in tables %}
    {%- set event_date = 'case when dt <= ' ~ as_of_date() ~ ' then dt end' %}
    select
        '{{ table.ods }}' as source_table,
        count(*) as kept_count,
        max({{ event_date if table.is_fact else 'cast(null as date)' }}) as newest_date

    from {{ ref(table.dwd) }}
    {% if not loop.last %}
    union all
    {% endif -%}
    {% endfor %}
),

rejected as (

    select
        source_table,
        count(*) as rejected_count

    from rejects

    group by source_table

),

counted as (

    select
        kept.source_table,
        kept.kept_count + coalesce(rejected.rejected_count, 0) as raw_row_count,
        kept.kept_count,
        coalesce(rejected.rejected_count, 0) as rejected_count,
        kept.newest_date

    from kept

    left join rejected
        on kept.source_table = rejected.source_table

),

row_counts as (

    select
        source_table,
        raw_row_count,
        kept_count,
        rejected_count,
        cast({{ rounded_ratio('100 * rejected_count', 'raw_row_count') }} as decimal(5, 2)) as rejected_share,
        newest_date,
        datediff({{ as_of_date() }}, newest_date) as days_behind,
        {{ etl_load_time() }} as etl_load_time

    from counted

)

select * from row_counts
