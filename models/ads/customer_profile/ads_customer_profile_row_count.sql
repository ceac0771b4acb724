-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一张 ODS 表：进来、保留、拒绝、因删除申请略去的行数，与截止日及以前最新的事件日
{%- set tables = area_tables('customer_profile') %}

with

rejects as (

    select * from {{ ref('dwd_customer_profile_reject') }}

),

erased_rows as (

    select * from {{ ref('dwd_customer_erased_row') }}

),

-- 分区可以是一个月，所以最新的日子从时间看；明细的时间是订单的。属性相同的客户版本在 DWD 是一行
kept as (
    {% for table in tables %}
    {%- set event_date = 'to_date(' ~ (table.time or 'order_time') ~ ')' if table.is_fact else 'cast(null as date)' %}
    select
        '{{ table.ods }}' as source_table,
        {{ 'coalesce(sum(source_version_count), 0)' if table.version_by else 'count(*)' }} as kept_count,
        max(case when {{ event_date }} <= {{ as_of_date() }} then {{ event_date }} end) as newest_date

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
        kept.kept_count,
        coalesce(rejected.rejected_count, 0) as rejected_count,
        coalesce(erased_rows.erased_count, 0) as erased_count,
        kept.kept_count + coalesce(rejected.rejected_count, 0) + coalesce(erased_rows.erased_count, 0) as raw_row_count,
        kept.newest_date

    from kept

    left join rejected
        on kept.source_table = rejected.source_table

    left join erased_rows
        on kept.source_table = erased_rows.source_table

),

row_counts as (

    select
        source_table,
        raw_row_count,
        kept_count,
        rejected_count,
        erased_count,
        cast({{ rounded_ratio('100 * rejected_count', 'raw_row_count') }} as decimal(5, 2)) as rejected_share,
        newest_date,
        datediff({{ as_of_date() }}, newest_date) as days_behind,
        {{ etl_load_time() }} as etl_load_time

    from counted

)

select * from row_counts
