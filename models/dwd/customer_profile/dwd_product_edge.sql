-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 商品 × 另一商品 × 边的类型（edge_type），product_id 较小：行为图谱里商品之间的边；机器人不计
{%- set largest = whole_number_setting('customer_profile_max_basket_products', 2, 9999) %}

with

behaviors as (

    select * from {{ ref('dwd_behavior_fact') }}

),

transactions as (

    select * from {{ ref('dwd_transaction_fact') }}

),

products as (

    select * from {{ ref('dwd_product') }}

),

-- 一个篮子 = 一笔已支付订单，或一次会话里浏览过的商品
touches as (

    select
        'viewed_together' as edge_type,
        session_id as basket_id,
        product_id,
        event_timestamp as touch_time

    from behaviors

    where event_type = 'page_view' and not is_bot

    union all

    select
        'bought_together' as edge_type,
        order_id as basket_id,
        product_id,
        pay_time as touch_time

    from transactions

),

baskets as (

    select
        touches.edge_type,
        touches.basket_id,
        min(touches.touch_time) as basket_time,
        collect_set(touches.product_id) as product_ids

    from touches

    left semi join products
        on touches.product_id = products.product_id

    group by touches.edge_type, touches.basket_id

),

members as (

    select
        edge_type,
        basket_time,
        product_ids,
        explode(product_ids) as product_id

    from baskets

    -- 太大的篮子会产生成千上万对，说明不了什么
    where size(product_ids) between 2 and {{ largest }}

),

pairs as (

    select
        edge_type,
        basket_time,
        product_id,
        explode(filter(product_ids, other -> other > product_id)) as related_product_id

    from members

),

edges as (

    select
        product_id,
        related_product_id,
        edge_type,
        count(*) as basket_count,
        min(basket_time) as first_time,
        max(basket_time) as last_time

    from pairs

    group by product_id, related_product_id, edge_type

)

select * from edges
