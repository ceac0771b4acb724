-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户 × 日期：订单计在支付日，退款计在退款日；没有客户的订单不在内

with

paid_orders as (

    select * from {{ ref('dwd_order') }}
    where is_paid

),

refunds as (

    select * from {{ ref('dwd_refund') }}

),

purchase_days as (

    select
        customer_id,
        pay_date as dt,
        count(*) as order_count,
        sum(line_count) as line_count,
        sum(gross_amount) as gross_amount,
        datediff(pay_date, lag(pay_date) over (
            partition by customer_id
            order by pay_date
        )) as gap_days

    from paid_orders

    where customer_id is not null

    group by customer_id, pay_date

),

-- 未支付的订单不计总额，所以它的退款也不计
facts as (

    select
        customer_id,
        dt,
        order_count,
        line_count,
        gross_amount,
        0 as refund_amount,
        gap_days

    from purchase_days

    union all

    select
        refunds.customer_id,
        refunds.refund_date as dt,
        0 as order_count,
        0 as line_count,
        0 as gross_amount,
        refunds.refund_amount,
        cast(null as int) as gap_days

    from refunds

    left semi join paid_orders
        on refunds.order_id = paid_orders.order_id

    where refunds.customer_id is not null

),

customer_days as (

    select
        customer_id,
        sum(order_count) as order_count,
        sum(line_count) as line_count,
        cast(sum(gross_amount) as decimal(28, 2)) as gross_amount,
        cast(sum(refund_amount) as decimal(28, 2)) as refund_amount,
        max(gap_days) as gap_days,
        dt

    from facts

    group by customer_id, dt

)

select * from customer_days
