-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个 SKU（sku_id）

with

skus as (

    select * from {{ ref('stg_sku') }}

),

accepted as (

    select
        sku_id,
        product_id,
        sku_name,
        price,
        sku_status

    from skus

    where reject_reason is null

)

select * from accepted
