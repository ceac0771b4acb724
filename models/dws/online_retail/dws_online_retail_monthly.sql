-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 月

with

customer_months as (

    select * from {{ ref('dws_online_retail_customer_month') }}

),

snapshot as (

    select * from {{ ref('dwd_online_retail_snapshot') }}

),

months as (

    select
        customer_months.basis,
        customer_months.invoice_month,
        sum(case when customer_months.order_count > 0 then 1 else 0 end) as customer_count,
        sum(case when customer_months.order_count > 1 then 1 else 0 end) as repeat_customer_count,
        sum(customer_months.order_count) as order_count,
        sum(customer_months.units) as units,
        cast(sum(customer_months.amount) as decimal(28, 3)) as amount,
        -- 快照那天落在其中的月份没有过完
        customer_months.invoice_month = date_format(max(snapshot.snapshot_date), 'yyyy-MM') as is_partial_month

    from customer_months

    cross join snapshot

    group by customer_months.basis, customer_months.invoice_month

)

select * from months
