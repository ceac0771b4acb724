-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每一对购买与取消互相抵消：同客户、同产品、同单价，数量之和为 0，取消不早于购买，每一行只用一次

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}

),

pairs as (

    select
        *,
        count(*) over (partition by line_id) as line_uses,
        count(*) over (partition by undone_by_line_id) as undone_by_uses

    from {{ ref('dwd_online_retail_undone_line') }}

)

select
    pairs.line_id,
    pairs.undone_by_line_id,
    pairs.line_uses,
    pairs.undone_by_uses,
    purchases.line_class as purchase_class,
    cancellations.line_class as cancellation_class,
    purchases.quantity as purchase_quantity,
    cancellations.quantity as cancellation_quantity,
    purchases.invoice_date as purchase_date,
    cancellations.invoice_date as cancellation_date

from pairs

left join lines as purchases
    on pairs.line_id = purchases.line_id

left join lines as cancellations
    on pairs.undone_by_line_id = cancellations.line_id

where
    pairs.line_uses > 1
    or pairs.undone_by_uses > 1
    or not purchases.is_analysis_row <=> true
    or not cancellations.line_class <=> 'cancellation'
    or not purchases.customer_id <=> cancellations.customer_id
    or not lower(purchases.stock_code) <=> lower(cancellations.stock_code)
    or not purchases.unit_price <=> cancellations.unit_price
    or not purchases.quantity + cancellations.quantity <=> 0
    or not cancellations.invoice_date >= purchases.invoice_date <=> true
