-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 交易 = 已支付订单的明细，逐行相同；退款之和等于退款表里这些行的退款

with

lines as (

    select * from {{ ref('dwd_order_item') }}

),

paid_orders as (

    select * from {{ ref('dwd_order') }}
    where is_paid

),

transactions as (

    select * from {{ ref('dwd_transaction_fact') }}

),

paid_lines as (

    select lines.*

    from lines

    left semi join paid_orders
        on lines.order_id = paid_orders.order_id

),

line_refunds as (

    select
        order_item_id,
        sum(refund_amount) as refund_amount

    from {{ ref('dwd_refund') }}

    group by order_item_id

)

select
    paid_lines.order_item_id,
    transactions.source_transaction_id,
    paid_lines.amount as line_amount,
    transactions.amount as transaction_amount,
    line_refunds.refund_amount as line_refund,
    transactions.refund_amount as transaction_refund

from paid_lines

full outer join transactions
    on paid_lines.order_item_id = transactions.source_transaction_id

left join line_refunds
    on transactions.source_transaction_id = line_refunds.order_item_id

where
    not paid_lines.amount <=> transactions.amount
    or transactions.refund_amount != coalesce(line_refunds.refund_amount, 0)
    or transactions.net_amount != transactions.gross_amount - transactions.refund_amount
    or transactions.net_amount < 0
