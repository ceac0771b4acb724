{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The raw tables that several areas use: dimensions, and the customers who asked to be erased from all areas (see area_tables for the
  fields). Descriptions are in _sources.yml.
-#}
{% macro shared_tables() -%}
    {{ return([
        {
            'ods': 'ods_product', 'key': ['product_id'],
            'columns': {
                'product_id': 'string id also:商品编号,商品ID,产品编号,产品ID',
                'product_name': 'string also:商品名称,产品名称',
                'category_id': 'string id also:类目编号,类目ID,分类编号',
                'category_name': 'string also:类目名称,分类名称',
                'price': 'decimal(10,2) also:价格,单价,售价',
                'product_status': 'string also:商品状态',
                'shop_id': 'string id also:店铺编号,店铺ID',
                'brand': 'string optional also:品牌',
                'list_time': 'timestamp optional also:上架时间',
                'delist_time': 'timestamp optional also:下架时间'
            },
        },
        {
            'ods': 'ods_sku', 'key': ['sku_id'],
            'columns': {
                'sku_id': 'string id also:SKU编号,SKUID,规格编号',
                'product_id': 'string required id also:商品编号,商品ID,产品编号,产品ID',
                'sku_name': 'string also:SKU名称,规格名称',
                'price': 'decimal(10,2) also:价格,单价,售价',
                'sku_status': 'string also:SKU状态'
            },
        },
        {
            'ods': 'ods_customer_service', 'key': ['customer_service_id'],
            'columns': {
                'customer_service_id': 'string id also:客服编号,客服ID',
                'cs_name': 'string also:客服姓名,客服名称',
                'shop_id': 'string id also:店铺编号,店铺ID',
                'cs_status': 'string also:客服状态'
            },
        },
        {
            'ods': 'ods_customer_erasure', 'key': ['customer_id'], 'is_optional': true,
            'columns': {
                'customer_id': 'string private id also:客户编号,客户ID,会员编号,会员ID,买家编号,买家ID',
                'request_time': 'timestamp required also:申请时间'
            },
        },
    ]) }}
{%- endmacro %}
