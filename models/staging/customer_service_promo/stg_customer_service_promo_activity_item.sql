-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_customer_service_promo_activity_item 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'activity_id', 'type': 'string', 'key': true},
    {'name': 'product_id', 'type': 'string', 'key': true},
    {'name': 'sku_id', 'type': 'string', 'key': true, 'nullable': true},
    {'name': 'promo_amount', 'type': 'decimal(10,2)', 'required': true},
    {'name': 'purchase_limit', 'type': 'int'},
    {'name': 'create_time', 'type': 'timestamp'},
] %}

with

staged as (

    {{ ods_staged(
        'customer_service_promo', 'ods_customer_service_promo_activity_item', columns, version_by='create_time',
        fingerprint=true
    ) }}

)

select * from staged
