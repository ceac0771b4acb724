-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_customer_service 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'customer_service_id', 'type': 'string', 'key': true},
    {'name': 'cs_name', 'type': 'string'},
    {'name': 'shop_id', 'type': 'string'},
    {'name': 'cs_status', 'type': 'string'},
] %}

with

staged as (

    {{ ods_staged('customer_service_promo', 'ods_customer_service', columns, fingerprint=true) }}

)

select * from staged
