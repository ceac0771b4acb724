-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户 × 类目 × 退完的日期：从 first_date 起买过，到 refunded_date 的前一天为止；空 = 一直没有全部退款

with

products as (

    select * from {{ ref('dwd_product') }}

),

purchases as (

    select
        *,
        refund_amount > 0 and refund_amount >= gross_amount as is_refunded

    from {{ ref('dwd_transaction_fact') }}

    where customer_id is not null

),

refunds as (

    select * from {{ ref('dwd_refund') }}

),

-- 全部退款的明细，在退完的那一天之前仍算买过
kept_lines as (

    select
        customer_id,
        product_id,
        transaction_date as first_date,
        cast(null as date) as refunded_date

    from purchases

    where not is_refunded

    union all

    select
        purchases.customer_id,
        purchases.product_id,
        purchases.transaction_date as first_date,
        min(refunds.refund_date) as refunded_date

    from purchases

    inner join refunds
        on
            purchases.source_transaction_id = refunds.order_item_id
            and purchases.gross_amount <= refunds.running_refund_amount

    where purchases.is_refunded

    group by purchases.customer_id, purchases.source_transaction_id, purchases.product_id, purchases.transaction_date

),

kept_categories as (

    select
        kept_lines.customer_id,
        products.category_id,
        min(kept_lines.first_date) as first_date,
        kept_lines.refunded_date

    from kept_lines

    inner join products
        on kept_lines.product_id = products.product_id

    where products.category_id is not null

    group by kept_lines.customer_id, products.category_id, kept_lines.refunded_date

)

select * from kept_categories
