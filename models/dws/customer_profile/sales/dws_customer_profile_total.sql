-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 全部：不看客户、等级、地区、渠道、类目，直接从事实数的订单与金额

with

paid_orders as (

    select * from {{ ref('dwd_order') }}
    where is_paid and pay_date <= {{ as_of_date() }}

),

-- 在交易事实里的明细 = 已支付订单的明细
paid_lines as (

    select * from {{ ref('dwd_transaction_fact') }}

),

refund_total as (

    select sum(refunds.refund_amount) as refund_amount

    from {{ ref('dwd_refund') }} as refunds

    left semi join paid_lines
        on refunds.order_item_id = paid_lines.source_transaction_id

    where refunds.refund_date <= {{ as_of_date() }}

),

order_total as (

    select
        count(*) as order_count,
        count(distinct customer_id) as customer_count,
        sum(gross_amount) as gross_amount

    from paid_orders

),

totals as (

    select
        order_total.order_count,
        order_total.customer_count,
        cast(coalesce(order_total.gross_amount, 0) as decimal(28, 2)) as gross_amount,
        cast(coalesce(refund_total.refund_amount, 0) as decimal(28, 2)) as refund_amount,
        cast(coalesce(order_total.gross_amount, 0) - coalesce(refund_total.refund_amount, 0) as decimal(28, 2))
            as net_amount,
        {{ as_of_date() }} as as_of_date

    from order_total

    cross join refund_total

)

select * from totals
