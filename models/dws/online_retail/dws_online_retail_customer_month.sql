-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 客户 × 月

with

orders as (

    select * from {{ ref('dws_online_retail_order') }}

),

customer_months as (

    select
        basis,
        customer_id,
        invoice_month,
        sum(case when is_order then 1 else 0 end) as order_count,
        sum(units) as units,
        cast(sum(amount) as decimal(28, 3)) as amount

    from orders

    group by basis, customer_id, invoice_month

)

select * from customer_months
