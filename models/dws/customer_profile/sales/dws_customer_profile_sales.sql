-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 地区 × 渠道 × 类目 × 日期，到截止日为止；每笔订单、每位客户只计一次，所以怎么加都不重复

with

counted_orders as (

    select * from {{ ref('dws_customer_profile_counted_order') }}

),

lines as (

    select
        order_lines.order_id,
        order_lines.order_item_id,
        order_lines.amount,
        coalesce(products.category_name, products.category_id, '未知') as category

    from {{ ref('dwd_order_item') }} as order_lines

    left join {{ ref('dwd_product') }} as products
        on order_lines.product_id = products.product_id

),

refunds as (

    select * from {{ ref('dwd_refund') }}

),

-- 订单、明细、退款叠在一起而不相连：退款两次的明细，金额只计一次
entries as (

    select
        order_id,
        category,
        cast(null as date) as refund_date,
        1 as order_count,
        cast(is_first as int) as customer_count,
        0 as gross_amount,
        0 as refund_amount

    from counted_orders

    union all

    select
        order_id,
        category,
        cast(null as date) as refund_date,
        0 as order_count,
        0 as customer_count,
        amount as gross_amount,
        0 as refund_amount

    from lines

    union all

    select
        refunds.order_id,
        lines.category,
        refunds.refund_date,
        0 as order_count,
        0 as customer_count,
        0 as gross_amount,
        refunds.refund_amount

    from refunds

    inner join lines
        on refunds.order_item_id = lines.order_item_id

),

-- 未支付订单的明细与退款都不计
placed as (

    select
        coalesce(counted_orders.left_out, counted_orders.region) as region,
        coalesce(counted_orders.left_out, counted_orders.channel) as channel,
        coalesce(counted_orders.left_out, entries.category) as category,
        coalesce(counted_orders.left_out, cast(coalesce(entries.refund_date, counted_orders.pay_date) as string))
            as sales_day,
        entries.order_count,
        entries.customer_count,
        entries.gross_amount,
        entries.refund_amount

    from entries

    inner join counted_orders
        on entries.order_id = counted_orders.order_id

    where coalesce(entries.refund_date, counted_orders.pay_date) <= {{ as_of_date() }}

),

sales as (

    select
        region,
        channel,
        category,
        sales_day,
        {{ profile_sales_measures() }}

    from placed

    group by region, channel, category, sales_day

)

select * from sales
