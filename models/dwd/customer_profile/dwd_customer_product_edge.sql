-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户 × 商品 × 边的类型（edge_type）：行为图谱里客户到商品的边；机器人不计

with

behaviors as (

    select * from {{ ref('dwd_behavior_fact') }}

),

transactions as (

    select * from {{ ref('dwd_transaction_fact') }}

),

refunds as (

    select * from {{ ref('dwd_refund') }}

),

customers as (

    select customer_id from {{ ref('dwd_customer_history') }}
    where version_number = 1

),

products as (

    select * from {{ ref('dwd_product') }}

),

touches as (

    select
        customer_id,
        product_id,
        event_type as edge_type,
        event_timestamp as touch_time

    from behaviors

    where not is_bot

    union all

    select
        customer_id,
        product_id,
        'purchase' as edge_type,
        pay_time as touch_time

    from transactions

    union all

    select
        customer_id,
        product_id,
        'refund' as edge_type,
        refund_time as touch_time

    from refunds

),

counted as (

    select
        customer_id,
        product_id,
        edge_type,
        count(*) as touch_count,
        min(touch_time) as first_time,
        max(touch_time) as last_time

    from touches

    where customer_id is not null and product_id is not null

    group by customer_id, product_id, edge_type

),

-- 两端都要存在：没有主数据的客户和商品不在图里
edges as (

    select counted.*

    from counted

    left semi join customers
        on counted.customer_id = customers.customer_id

    left semi join products
        on counted.product_id = products.product_id

)

select * from edges
