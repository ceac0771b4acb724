-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_customer_service_promo_activity 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'activity_id', 'type': 'string', 'key': true},
    {'name': 'activity_name', 'type': 'string'},
    {'name': 'activity_level', 'type': 'string'},
    {'name': 'promo_type', 'type': 'string'},
    {'name': 'start_time', 'type': 'timestamp', 'required': true},
    {'name': 'end_time', 'type': 'timestamp', 'required': true},
    {'name': 'activity_status', 'type': 'string'},
    {'name': 'shop_id', 'type': 'string'},
    {'name': 'create_time', 'type': 'timestamp'},
    {'name': 'update_time', 'type': 'timestamp'},
] %}

with

staged as (

    {{ ods_staged(
        'customer_service_promo', 'ods_customer_service_promo_activity', columns, version_by='update_time',
        fingerprint=true
    ) }}

)

select * from staged
