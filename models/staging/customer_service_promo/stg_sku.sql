-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_sku 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'sku_id', 'type': 'string', 'key': true},
    {'name': 'product_id', 'type': 'string', 'required': true},
    {'name': 'sku_name', 'type': 'string'},
    {'name': 'price', 'type': 'decimal(10,2)'},
    {'name': 'sku_status', 'type': 'string'},
] %}

with

staged as (

    {{ ods_staged('customer_service_promo', 'ods_sku', columns, fingerprint=true) }}

)

select * from staged
