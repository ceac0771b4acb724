-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 核销的一个出现不止一次的主键（哈希）

with

repeated as (

    {{ repeated_keys(ref('dwd_customer_service_promo_use_arrival')) }}

)

select * from repeated
