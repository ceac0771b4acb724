-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 行类别；各类之和 = 文件的全部行

with

classes as (

    {{ line_classes() }}

),

lines as (

    select * from {{ ref('dwd_online_retail_line') }}

),

counted as (

    select
        line_class,
        count(*) as line_count,
        sum(case when is_analysis_row then 1 else 0 end) as analysis_line_count,
        count(distinct invoice_no) as invoice_count,
        count(distinct customer_id) as customer_count,
        cast(sum(amount) as decimal(28, 3)) as amount

    from lines

    group by line_class

),

totals as (

    select count(*) as line_count from lines

),

class_totals as (

    select
        classes.line_class,
        cast(classes.class_order as int) as class_order,
        coalesce(counted.line_count, 0) as line_count,
        cast(
            {{ rounded_ratio('100 * coalesce(counted.line_count, 0)', 'totals.line_count') }} as decimal(5, 2)
        ) as line_share,
        coalesce(counted.analysis_line_count, 0) as analysis_line_count,
        coalesce(counted.invoice_count, 0) as invoice_count,
        coalesce(counted.customer_count, 0) as customer_count,
        coalesce(counted.amount, cast(0 as decimal(28, 3))) as amount,
        {{ etl_load_time() }} as etl_load_time

    from classes

    cross join totals

    left join counted
        on classes.line_class = counted.line_class

)

select * from class_totals
