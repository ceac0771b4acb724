-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 客户：截至快照日的 R、F、M

with

orders as (

    select * from {{ ref('dws_online_retail_order') }}

),

snapshot as (

    select * from {{ ref('dwd_online_retail_snapshot') }}

),

totals as (

    select
        basis,
        customer_id,
        max(case when is_order then last_invoice_date end) as last_invoice_date,
        count(distinct case when is_order then invoice_no end) as frequency,
        cast(sum(amount) as decimal(28, 3)) as monetary

    from orders

    group by basis, customer_id

),

metrics as (

    select
        totals.basis,
        totals.customer_id,
        cast(
            (unix_timestamp(cast(snapshot.snapshot_date as timestamp)) - unix_timestamp(totals.last_invoice_date))
            div 86400 as int
        ) as recency_days,
        totals.frequency,
        totals.monetary

    from totals

    cross join snapshot

    -- 净额口径下全部购买都被取消的客户不再是客户
    where totals.frequency > 0

)

select * from metrics
