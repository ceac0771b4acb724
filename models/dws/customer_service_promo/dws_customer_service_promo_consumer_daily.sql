-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 日期 × 客户；发送按发送日、核销按支付日；要求删除的客户没有行

with

daily as (

    {{ promo_daily(
        ['consumer_id'], ref('dwd_customer_service_promo_send'), ref('dwd_customer_service_promo_use'),
        where='not is_erased'
    ) }}

)

select * from daily
