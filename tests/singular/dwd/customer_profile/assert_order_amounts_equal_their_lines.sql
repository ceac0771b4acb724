-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 订单的行数与金额等于它在明细表里的行数与金额：两张表各自从 staging 数

with

orders as (

    select * from {{ ref('dwd_order') }}

),

line_sums as (

    select
        order_id,
        count(*) as line_count,
        sum(amount) as gross_amount

    from {{ ref('dwd_order_item') }}

    group by order_id

)

select
    orders.order_id,
    orders.line_count,
    line_sums.line_count as counted_lines,
    orders.gross_amount,
    line_sums.gross_amount as counted_amount

from orders

left join line_sums
    on orders.order_id = line_sums.order_id

where
    orders.line_count != coalesce(line_sums.line_count, 0)
    or orders.gross_amount != coalesce(line_sums.gross_amount, 0)
