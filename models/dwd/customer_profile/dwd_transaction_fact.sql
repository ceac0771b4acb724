-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 已支付订单的一行明细（transaction_id）；计在支付日
-- 订单的行决定要写哪些分区（meta.by_day.rows），查询本身不读它：
-- depends_on: {{ ref('stg_order') }}

with

orders as (

    select * from {{ ref('dwd_order') }}
    where is_paid and {{ changed_lookup('order') }}

),

lines as (

    select * from {{ ref('dwd_order_item') }}
    where {{ changed_lookup('line') }}

),

line_refunds as (

    select
        order_item_id,
        sum(refund_amount) as refund_amount

    from {{ ref('dwd_refund') }}

    where {{ changed_lookup('refund') }}

    group by order_item_id

),

recoveries as (

    select * from {{ ref('dwd_cart_recovery') }}

),

customer_versions as (

    select * from {{ ref('dwd_customer_history') }}

),

transactions as (

    select /*+ rebalance(dt) */
        -- 设计文档的列，名称、类型、顺序不变
        {{ bigint_id('lines.order_item_id') }} as transaction_id,
        orders.customer_id,
        lines.product_id,
        orders.channel_id,
        orders.pay_date as transaction_date,
        lines.amount,
        cast({{ rounded_ratio('lines.discount_amount', 'lines.list_amount') }} as decimal(5, 2)) as discount_rate,
        orders.payment_method,
        recoveries.order_id is not null as cart_abandon_flag,
        -- 此外需要的列
        lines.order_item_id as source_transaction_id,
        orders.order_id,
        lines.sku_id,
        lines.quantity,
        lines.unit_price,
        lines.list_amount,
        lines.discount_amount,
        lines.amount as gross_amount,
        cast(coalesce(line_refunds.refund_amount, 0) as decimal(18, 2)) as refund_amount,
        cast(lines.amount - coalesce(line_refunds.refund_amount, 0) as decimal(18, 2)) as net_amount,
        orders.order_time,
        orders.pay_time,
        customer_versions.region_id,
        customer_versions.customer_type,
        orders.is_known_customer,
        orders.is_erased,
        {{ partition_day('orders.pay_time', 'customer_profile') }} as dt

    from orders

    inner join lines
        on orders.order_id = lines.order_id

    left join line_refunds
        on lines.order_item_id = line_refunds.order_item_id

    left join recoveries
        on
            lines.order_id = recoveries.order_id
            and lines.product_id = recoveries.product_id

    left join customer_versions
        on
            orders.customer_id = customer_versions.customer_id
            and {{ is_valid_at('orders.pay_time', 'customer_versions') }}

    where {{ changed_days(partition_day('orders.pay_time', 'customer_profile')) }}

)

select * from transactions
