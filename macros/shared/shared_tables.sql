{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The raw tables of the dimensions that several areas use (see area_tables for the fields). Descriptions are in _sources.yml. -#}
{% macro shared_tables() -%}
    {{ return([
        {
            'ods': 'ods_product', 'key': ['product_id'],
            'columns': {
                'product_id': 'string', 'product_name': 'string', 'category_id': 'string', 'category_name': 'string',
                'price': 'decimal(10,2)', 'product_status': 'string', 'shop_id': 'string'
            },
        },
        {
            'ods': 'ods_sku', 'key': ['sku_id'],
            'columns': {
                'sku_id': 'string', 'product_id': 'string required', 'sku_name': 'string', 'price': 'decimal(10,2)',
                'sku_status': 'string'
            },
        },
        {
            'ods': 'ods_customer_service', 'key': ['customer_service_id'],
            'columns': {
                'customer_service_id': 'string', 'cs_name': 'string', 'shop_id': 'string', 'cs_status': 'string'
            },
        },
    ]) }}
{%- endmacro %}
