-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_customer_erasure 的一行原始记录（不丢、不合并）

with

staged as (

    {{ staged_rows('shared', 'ods_customer_erasure') }}

)

select * from staged
