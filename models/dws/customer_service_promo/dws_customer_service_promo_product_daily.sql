-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 日期 × 商品 × SKU（商品级优惠的 SKU 记 ALL，各 SKU 相加等于商品）；发送按发送日、核销按支付日

with

daily as (

    {{ promo_daily(
        ['product_id', 'sku_id'], ref('dwd_customer_service_promo_send'), ref('dwd_customer_service_promo_use'),
        values={'sku_id': "coalesce(sku_id, 'ALL')"}
    ) }}

)

select * from daily
