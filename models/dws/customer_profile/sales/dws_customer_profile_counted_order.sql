-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一笔已支付的订单：计在哪个地区、渠道、类目，算不算客户的第一笔

with

customer_totals as (

    select * from {{ ref('dws_customer_profile_customer_total') }}

),

paid_orders as (

    select * from {{ ref('dwd_order') }}
    where is_paid

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

-- 订单计在金额最大的明细的类目：两个类目的订单也只计一次
order_categories as (

    select
        order_id,
        min_by(category, struct(-amount as rank_amount, order_item_id as rank_id)) as category

    from lines

    group by order_id

),

-- 客户计在第一笔订单那里：在两个类目、两个渠道买过的人也只计一次
first_orders as (

    select min_by(order_id, struct(pay_time, order_id)) as order_id

    from paid_orders

    where customer_id is not null and pay_date <= {{ as_of_date() }}

    group by customer_id

),

counted_orders as (

    select
        paid_orders.order_id,
        paid_orders.pay_date,
        -- 这两种订单不分组，每一层里各自成一行
        case
            when customer_totals.customer_id is null then '无客户'
            when not customer_totals.is_profiled then '未授权'
        end as left_out,
        coalesce(regions.province_name, regions.greater_region_name, '未知') as region,
        coalesce(channels.channel_name, paid_orders.channel_id, '未知') as channel,
        coalesce(order_categories.category, '无明细') as category,
        first_orders.order_id is not null as is_first

    from paid_orders

    left join customer_totals
        on paid_orders.customer_id = customer_totals.customer_id

    left join order_categories
        on paid_orders.order_id = order_categories.order_id

    left join first_orders
        on paid_orders.order_id = first_orders.order_id

    left join {{ ref('dwd_region') }} as regions
        on paid_orders.region_id = regions.region_id

    left join {{ ref('dwd_channel') }} as channels
        on paid_orders.channel_id = channels.channel_id

)

select * from counted_orders
