-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_refund 的一行原始记录（不丢、不合并）

with

staged as (

    {{ staged_rows('customer_profile', 'ods_refund') }}

)

select * from staged
