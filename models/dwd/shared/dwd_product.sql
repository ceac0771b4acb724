-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个商品（product_id）

with

products as (

    select * from {{ ref('stg_product') }}

),

accepted as (

    select
        product_id,
        product_name,
        category_id,
        category_name,
        price,
        product_status,
        shop_id,
        brand,
        list_time,
        delist_time

    from products

    where reject_reason is null

)

select * from accepted
