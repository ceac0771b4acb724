-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 订单的一行明细（order_item_id）；属于订单的那一天
-- 订单的行决定要写哪些分区（meta.by_day.rows），查询本身不读它：
-- depends_on: {{ ref('stg_order') }}

with

lines as (

    {{ staged_versions('customer_profile', 'ods_order_item') }}

),

orders as (

    select * from {{ ref('dwd_order') }}
    where {{ changed_days('dt') }}

),

accepted as (

    select /*+ rebalance(dt) */
        lines.order_item_id,
        lines.order_id,
        orders.customer_id,
        lines.product_id,
        lines.sku_id,
        lines.quantity,
        lines.unit_price,
        {{ line_list_amount('lines') }} as list_amount,
        lines.discount_amount,
        lines.amount,
        orders.order_time,
        orders.order_date,
        orders.dt

    from lines

    -- 找不到订单的明细进拒绝表，原因 unknown_order
    inner join orders
        on lines.order_id = orders.order_id

    where lines.reject_reason is null and lines.version_rank = 1

)

select * from accepted
