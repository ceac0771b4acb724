{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The raw tables of the area, once (see area_tables for the fields). Columns and types are in _sources.yml.
-#}
{% macro customer_service_promo_tables() -%}
    {{ return([
        {'ods': 'ods_customer_service_promo_activity', 'key': ['activity_id'], 'time': 'update_time'},
        {'ods': 'ods_customer_service_promo_activity_item', 'key': ['activity_id', 'product_id', 'sku_id'], 'time': 'create_time'},
        {'ods': 'ods_customer_service_promo_send', 'key': ['send_id'], 'time': 'send_time', 'is_fact': true},
        {
            'ods': 'ods_customer_service_promo_use', 'key': ['use_id'], 'time': 'pay_time', 'is_fact': true,
            'parent': {'table': 'dwd_customer_service_promo_send', 'column': 'send_id', 'reason': 'unknown_send'},
        },
    ]) }}
{%- endmacro %}
