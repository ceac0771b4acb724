-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 发票 × 客户 × 月；没有购买行的发票（只有扣减）is_order 为假

with

order_lines as (

    select * from {{ ref('dwd_online_retail_order_line') }}

),

orders as (

    select
        basis,
        invoice_no,
        customer_id,
        invoice_month,
        max(invoice_date) as last_invoice_date,
        max(is_purchase) as is_order,
        count(*) as line_count,
        sum(quantity) as units,
        cast(sum(amount) as decimal(28, 3)) as amount

    from order_lines

    group by basis, invoice_no, customer_id, invoice_month

)

select * from orders
