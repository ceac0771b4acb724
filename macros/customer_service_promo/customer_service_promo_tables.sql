{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The raw tables of the area, once (see area_tables for the fields). Descriptions are in _sources.yml.
-#}
{% macro customer_service_promo_tables() -%}
    {{ return([
        {
            'ods': 'ods_customer_service_promo_activity', 'key': ['activity_id'], 'time': 'update_time',
            'columns': {
                'activity_id': 'string', 'activity_name': 'string', 'activity_level': 'string', 'promo_type': 'string',
                'start_time': 'timestamp required', 'end_time': 'timestamp required', 'activity_status': 'string',
                'shop_id': 'string', 'create_time': 'timestamp', 'update_time': 'timestamp'
            },
        },
        {
            'ods': 'ods_customer_service_promo_activity_item', 'key': ['activity_id', 'product_id', 'sku_id'], 'time': 'create_time',
            'columns': {
                'activity_id': 'string', 'product_id': 'string', 'sku_id': 'string nullable',
                'promo_amount': 'decimal(10,2) required', 'purchase_limit': 'int', 'create_time': 'timestamp'
            },
        },
        {
            'ods': 'ods_customer_service_promo_send', 'key': ['send_id'], 'time': 'send_time', 'is_fact': true,
            'columns': {
                'send_id': 'string', 'activity_id': 'string required', 'product_id': 'string required', 'sku_id': 'string',
                'customer_service_id': 'string required', 'consumer_id': 'string required private',
                'promo_amount': 'decimal(10,2) required', 'valid_hours': 'int required', 'send_time': 'timestamp required'
            },
        },
        {
            'ods': 'ods_customer_service_promo_use', 'key': ['use_id'], 'time': 'pay_time', 'is_fact': true,
            'parent': {'table': 'dwd_customer_service_promo_send', 'column': 'send_id', 'reason': 'unknown_send'},
            'columns': {
                'use_id': 'string', 'send_id': 'string required', 'order_id': 'string', 'pay_time': 'timestamp required',
                'pay_amount': 'decimal(18,2) required', 'quantity': 'int required'
            },
        },
    ]) }}
{%- endmacro %}
