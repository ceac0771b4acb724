-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_customer_service_promo_send 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'send_id', 'type': 'string', 'key': true},
    {'name': 'activity_id', 'type': 'string', 'required': true},
    {'name': 'product_id', 'type': 'string', 'required': true},
    {'name': 'sku_id', 'type': 'string'},
    {'name': 'customer_service_id', 'type': 'string', 'required': true},
    {'name': 'consumer_id', 'type': 'string', 'required': true, 'private': true},
    {'name': 'promo_amount', 'type': 'decimal(10,2)', 'required': true},
    {'name': 'valid_hours', 'type': 'int', 'required': true},
    {'name': 'send_time', 'type': 'timestamp', 'required': true},
] %}

with

staged as (

    {{ ods_staged(
        'customer_service_promo', 'ods_customer_service_promo_send', columns, fingerprint=true, day_of='send_time'
    ) }}

)

select * from staged
