{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The raw tables of the dimensions that several areas use (see area_tables for the fields). Columns and types are in _sources.yml. -#}
{% macro shared_tables() -%}
    {{ return([
        {'ods': 'ods_product', 'key': ['product_id']},
        {'ods': 'ods_sku', 'key': ['sku_id']},
        {'ods': 'ods_customer_service', 'key': ['customer_service_id']},
    ]) }}
{%- endmacro %}
