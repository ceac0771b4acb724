-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 订单 × 商品（order_id × product_id）：加购后放了足够久才下单的商品，渠道不论

with

lines as (

    select * from {{ ref('dwd_order_item') }}

),

behaviors as (

    select * from {{ ref('dwd_behavior_fact') }}

),

-- 同一笔订单里同一商品的几行只算一次
ordered_products as (

    select distinct
        customer_id,
        product_id,
        order_id,
        order_time

    from lines

    where customer_id is not null

),

carts as (

    select
        customer_id,
        product_id,
        event_timestamp as cart_time

    from behaviors

    where event_type = 'add_to_cart' and customer_id is not null and product_id is not null

),

orders as (

    select
        customer_id,
        product_id,
        order_id,
        order_time,
        -- 上一次下单清空了购物车里的这件商品
        lag(order_time) over (
            partition by customer_id, product_id
            order by order_time, order_id
        ) as previous_order_time

    from ordered_products

),

recovered as (

    select
        orders.order_id,
        orders.product_id,
        min(carts.cart_time) as cart_time,
        orders.order_time

    from orders

    inner join carts
        on
            orders.customer_id = carts.customer_id
            and orders.product_id = carts.product_id
            and orders.order_time >= carts.cart_time
            + make_dt_interval(0, {{ whole_number_setting('customer_profile_cart_recovery_hours', 1, 9999) }})
            and orders.order_time <= carts.cart_time
            + make_dt_interval({{ whole_number_setting('customer_profile_cart_recovery_days', 1, 999) }})
            and (orders.previous_order_time is null or orders.previous_order_time < carts.cart_time)

    group by orders.order_id, orders.product_id, orders.order_time

)

select * from recovered
