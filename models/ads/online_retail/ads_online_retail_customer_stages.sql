-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 月 × 阶段；每月五个阶段之和 = 全部客户

with

monthly_stages as (

    select * from {{ ref('dws_online_retail_customer_stage') }}

),

snapshot as (

    select * from {{ ref('dwd_online_retail_snapshot') }}

),

stages as (

    {{ customer_stages() }}

),

months as (

    select
        basis,
        invoice_month,
        count(*) as customer_count

    from monthly_stages

    group by basis, invoice_month

),

counted as (

    select
        basis,
        invoice_month,
        stage,
        count(*) as customer_count

    from monthly_stages

    group by basis, invoice_month, stage

),

customer_stages as (

    select
        months.basis,
        months.invoice_month,
        stages.stage,
        coalesce(counted.customer_count, 0) as customer_count,
        cast(
            {{ rounded_ratio('100 * coalesce(counted.customer_count, 0)', 'months.customer_count') }} as decimal(5, 2)
        ) as customer_share,
        months.invoice_month = date_format(snapshot.snapshot_date, 'yyyy-MM') as is_partial_month,
        {{ etl_load_time() }} as etl_load_time

    from months

    cross join stages

    cross join snapshot

    left join counted
        on
            months.basis = counted.basis
            and months.invoice_month = counted.invoice_month
            and stages.stage = counted.stage

)

select * from customer_stages
