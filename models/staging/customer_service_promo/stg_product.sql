-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_product 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'product_id', 'type': 'string', 'key': true},
    {'name': 'product_name', 'type': 'string'},
    {'name': 'category_id', 'type': 'string'},
    {'name': 'category_name', 'type': 'string'},
    {'name': 'price', 'type': 'decimal(10,2)'},
    {'name': 'product_status', 'type': 'string'},
    {'name': 'shop_id', 'type': 'string'},
] %}

with

staged as (

    {{ ods_staged('customer_service_promo', 'ods_product', columns, fingerprint=true) }}

)

select * from staged
