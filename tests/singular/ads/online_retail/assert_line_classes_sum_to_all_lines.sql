-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 各类行数之和 = 原始表的行数，金额之和 = DWD 的金额：没有一类不在表上

with

raw_counts as (

    select count(*) as raw_line_count from {{ ods('online_retail', 'ods_online_retail_line') }}

),

line_counts as (

    select
        coalesce(sum(amount), 0) as all_amount,
        coalesce(sum(case when is_analysis_row then 1 else 0 end), 0) as all_analysis_line_count

    from {{ ref('dwd_online_retail_line') }}

),

class_counts as (

    select
        sum(line_count) as line_count,
        sum(analysis_line_count) as analysis_line_count,
        sum(amount) as amount

    from {{ ref('ads_online_retail_line_class') }}

),

counted as (

    select
        raw_counts.raw_line_count,
        class_counts.line_count,
        line_counts.all_analysis_line_count,
        class_counts.analysis_line_count,
        line_counts.all_amount,
        class_counts.amount

    from raw_counts

    cross join line_counts

    cross join class_counts

)

select * from counted
where
    not raw_line_count <=> line_count
    or not all_analysis_line_count <=> analysis_line_count
    or not all_amount <=> amount
