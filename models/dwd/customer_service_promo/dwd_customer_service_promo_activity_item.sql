-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 活动 × 商品 × SKU（商品级活动的 sku_id 为空）

with

items as (

    select * from {{ ref('stg_customer_service_promo_activity_item') }}

),

accepted as (

    select
        activity_id,
        product_id,
        sku_id,
        promo_amount,
        purchase_limit,
        create_time

    from items

    where reject_reason is null

)

select * from accepted
