-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一张 ODS 表：进来、读得出、读不出的行数，与快照之前最新的一天

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}

),

counted as (

    select
        'ods_online_retail_line' as source_table,
        count(*) as raw_row_count,
        count(case when reject_reason is null then 1 end) as kept_count,
        count(reject_reason) as rejected_count,
        max(case when line_class not in ('invalid', 'after_snapshot') then to_date(invoice_date) end) as newest_date

    from lines

),

row_counts as (

    select
        counted.source_table,
        counted.raw_row_count,
        counted.kept_count,
        counted.rejected_count,
        cast({{ rounded_ratio('100 * counted.rejected_count', 'counted.raw_row_count') }} as decimal(5, 2))
            as rejected_share,
        counted.newest_date,
        -- 公开的数据集不再更新，快照日也可以跟着文件走：没有“滞后”可言
        cast(null as int) as days_behind,
        {{ etl_load_time() }} as etl_load_time

    from counted

)

select * from row_counts
