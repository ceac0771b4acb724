{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The raw tables of the area, once (see area_tables for the fields). Descriptions are in _sources.yml.
-#}
{% macro customer_service_promo_tables() -%}
    {{ return([
        {
            'ods': 'ods_customer_service_promo_activity', 'key': ['activity_id'], 'time': 'update_time',
            'columns': {
                'activity_id': 'string id also:活动编号,活动ID',
                'activity_name': 'string also:活动名称',
                'activity_level': 'string also:活动级别,活动类型',
                'promo_type': 'string also:优惠类型',
                'start_time': 'timestamp required also:开始时间',
                'end_time': 'timestamp required also:结束时间',
                'activity_status': 'string also:活动状态',
                'shop_id': 'string id also:店铺编号,店铺ID',
                'create_time': 'timestamp also:创建时间',
                'update_time': 'timestamp also:更新时间,修改时间'
            },
        },
        {
            'ods': 'ods_customer_service_promo_activity_item', 'key': ['activity_id', 'product_id', 'sku_id'], 'time': 'create_time',
            'columns': {
                'activity_id': 'string id also:活动编号,活动ID',
                'product_id': 'string id also:商品编号,商品ID,产品编号,产品ID',
                'sku_id': 'string nullable id also:SKU编号,SKUID,规格编号',
                'promo_amount': 'decimal(10,2) required also:优惠金额',
                'purchase_limit': 'int also:限购数量,限购件数 unit:件,个',
                'create_time': 'timestamp also:创建时间'
            },
        },
        {
            'ods': 'ods_customer_service_promo_send', 'key': ['send_id'], 'time': 'send_time', 'is_fact': true,
            'columns': {
                'send_id': 'string id also:发送编号,发送ID,发放编号',
                'activity_id': 'string required id also:活动编号,活动ID',
                'product_id': 'string required id also:商品编号,商品ID,产品编号,产品ID',
                'sku_id': 'string id also:SKU编号,SKUID,规格编号',
                'customer_service_id': 'string required id also:客服编号,客服ID',
                'consumer_id': 'string required private id also:客户编号,客户ID,买家编号,买家ID,会员编号,会员ID',
                'promo_amount': 'decimal(10,2) required also:优惠金额',
                'valid_hours': 'int required also:有效小时数,有效时长,有效期小时 unit:小时,h',
                'send_time': 'timestamp required also:发送时间,发放时间'
            },
        },
        {
            'ods': 'ods_customer_service_promo_use', 'key': ['use_id'], 'time': 'pay_time', 'is_fact': true,
            'parent': {'table': 'dwd_customer_service_promo_send', 'column': 'send_id', 'reason': 'unknown_send'},
            'columns': {
                'use_id': 'string id also:核销编号,核销ID,使用编号',
                'send_id': 'string required id also:发送编号,发送ID,发放编号',
                'order_id': 'string id also:订单编号,订单号,订单ID',
                'pay_time': 'timestamp required also:支付时间,付款时间',
                'pay_amount': 'decimal(18,2) required also:支付金额,实付金额,付款金额',
                'quantity': 'int required also:数量,件数,购买数量 unit:件,个'
            },
        },
    ]) }}
{%- endmacro %}
