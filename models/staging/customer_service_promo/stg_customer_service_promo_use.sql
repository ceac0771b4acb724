-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_customer_service_promo_use 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'use_id', 'type': 'string', 'key': true},
    {'name': 'send_id', 'type': 'string', 'required': true},
    {'name': 'order_id', 'type': 'string'},
    {'name': 'pay_time', 'type': 'timestamp', 'required': true},
    {'name': 'pay_amount', 'type': 'decimal(18,2)', 'required': true},
    {'name': 'quantity', 'type': 'int', 'required': true},
] %}

with

staged as (

    {{ ods_staged(
        'customer_service_promo', 'ods_customer_service_promo_use', columns, fingerprint=true, day_of='pay_time'
    ) }}

)

select * from staged
