{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The raw tables of the area, once (see area_tables for the fields). Descriptions are in _sources.yml. An order's line belongs to the day of
  its order, so it has no time of its own. Stars of a review and answers of a survey have the bounds of their scales.
-#}
{% macro customer_profile_tables() -%}
    {{ return([
        {
            'ods': 'ods_customer', 'key': ['customer_id'], 'version_by': 'update_time', 'dwd': 'dwd_customer_history',
            'columns': {
                'customer_id': 'string private id also:客户编号,客户ID,会员编号,会员ID',
                'customer_type': 'string also:客户类型',
                'industry': 'string also:所属行业,行业',
                'company_size': 'string also:企业规模',
                'credit_rating': 'string also:信用评级',
                'region_id': 'string id also:地区编号,地区ID,地域编号',
                'declared_channel': 'string also:声明渠道,偏好渠道',
                'eco_friendly': 'boolean also:环保理念认可',
                'follower_count': 'int also:粉丝数 unit:人',
                'marketing_consent': 'boolean also:营销授权',
                'profiling_consent': 'boolean also:画像授权',
                'register_time': 'timestamp also:注册时间',
                'update_time': 'timestamp required also:更新时间,修改时间'
            },
        },
        {
            'ods': 'ods_customer_declared_attribute', 'key': ['customer_id', 'attribute_name'], 'is_optional': true,
            'columns': {
                'customer_id': 'string private id also:客户编号,客户ID,会员编号,会员ID',
                'attribute_name': 'string also:属性名称',
                'attribute_value': 'string also:属性值'
            },
        },
        {
            'ods': 'ods_region', 'key': ['region_id'],
            'columns': {
                'region_id': 'string id also:地区编号,地区ID,地域编号',
                'region_name': 'string also:地区名称',
                'region_level': 'string also:地区级别',
                'parent_region_id': 'string id also:上级地区编号',
                'grid_row': 'int also:网格行',
                'grid_column': 'int also:网格列'
            },
        },
        {
            'ods': 'ods_channel', 'key': ['channel_id'],
            'columns': {
                'channel_id': 'string id also:渠道编号,渠道ID',
                'channel_name': 'string also:渠道名称',
                'channel_type': 'string also:渠道类型',
                'terminal': 'string also:终端',
                'is_self_service': 'boolean also:是否自助'
            },
        },
        {
            'ods': 'ods_order', 'key': ['order_id'], 'time': 'order_time', 'is_fact': true,
            'columns': {
                'order_id': 'string id also:订单编号,订单号,订单ID',
                'customer_id': 'string required private id also:客户编号,客户ID,买家编号,买家ID,会员编号,会员ID',
                'channel_id': 'string id also:渠道编号,渠道ID',
                'order_time': 'timestamp required also:下单时间,订单时间',
                'pay_time': 'timestamp also:支付时间,付款时间',
                'payment_method': 'string also:支付方式',
                'order_status': 'string also:订单状态'
            },
        },
        {
            'ods': 'ods_order_item', 'key': ['order_item_id'], 'is_fact': true,
            'parent': {'table': 'dwd_order', 'column': 'order_id', 'reason': 'unknown_order'},
            'columns': {
                'order_item_id': 'string id also:订单明细编号,订单行号',
                'order_id': 'string required id also:订单编号,订单号,订单ID',
                'product_id': 'string required id also:商品编号,商品ID,产品编号,产品ID',
                'sku_id': 'string id also:SKU编号,SKUID,规格编号',
                'quantity': 'int required also:数量,件数,购买数量 unit:件,个',
                'unit_price': 'decimal(18,2) also:单价,售价',
                'discount_amount': 'decimal(18,2) optional also:优惠金额,折扣金额',
                'amount': 'decimal(18,2) required also:金额,实付金额'
            },
        },
        {
            'ods': 'ods_refund', 'key': ['refund_id'], 'time': 'refund_time', 'is_fact': true,
            'parent': {'table': 'dwd_order_item', 'column': 'order_item_id', 'reason': 'unknown_order_item', 'else': 'refund_above_amount'},
            'columns': {
                'refund_id': 'string id also:退款编号,退款单号',
                'order_item_id': 'string required id also:订单明细编号,订单行号',
                'refund_time': 'timestamp required also:退款时间',
                'refund_amount': 'decimal(18,2) required also:退款金额',
                'refund_reason': 'string also:退款原因'
            },
        },
        {
            'ods': 'ods_behavior_event', 'key': ['event_id'], 'time': 'event_timestamp', 'is_fact': true, 'dwd': 'dwd_behavior_fact',
            'columns': {
                'event_id': 'string id also:事件编号,事件ID',
                'session_id': 'string id also:会话编号,会话ID',
                'customer_id': 'string private id also:客户编号,客户ID,会员编号,会员ID',
                'device_fingerprint': 'string secret id also:设备指纹',
                'event_type': 'string required also:事件类型',
                'event_timestamp': 'timestamp required also:事件时间,行为时间',
                'page_duration': 'int optional also:停留时长,页面停留时长 unit:秒,s',
                'scroll_depth': 'decimal(3,2) optional max:1 also:滚动深度,页面滚动深度',
                'product_id': 'string id also:商品编号,商品ID,产品编号,产品ID',
                'channel_id': 'string id also:渠道编号,渠道ID'
            },
        },
        {
            'ods': 'ods_service_contact', 'key': ['service_id'], 'time': 'contact_time', 'is_fact': true, 'dwd': 'dwd_service_fact',
            'columns': {
                'service_id': 'string id also:服务编号,服务记录ID',
                'customer_id': 'string private id also:客户编号,客户ID,会员编号,会员ID',
                'contact_type': 'string also:接触类型',
                'contact_source': 'string also:接触来源',
                'issue_category': 'string also:问题分类',
                'contact_time': 'timestamp required also:接触时间,来电时间',
                'resolution_time': 'int also:解决时长,问题解决时长 unit:分钟,min',
                'nps_score': 'int max:10 also:满意度评分',
                'escalation_level': 'int also:升级次数,问题升级次数 unit:次',
                'product_id': 'string optional id also:商品编号,商品ID,产品编号,产品ID',
                'order_id': 'string optional id also:订单编号,订单号,订单ID',
                'transcript': 'string optional verbatim also:服务记录,通话记录'
            },
        },
        {
            'ods': 'ods_review', 'key': ['review_id'], 'time': 'review_time', 'is_fact': true, 'is_optional': true,
            'columns': {
                'review_id': 'string id also:评价编号,评价ID',
                'customer_id': 'string private id also:客户编号,客户ID,会员编号,会员ID',
                'product_id': 'string required id also:商品编号,商品ID,产品编号,产品ID',
                'order_item_id': 'string id also:订单明细编号,订单行号',
                'review_time': 'timestamp required also:评价时间',
                'rating': 'int required min:1 max:5 also:评分,星级',
                'review_text': 'string optional verbatim also:评价内容'
            },
        },
        {
            'ods': 'ods_customer_relation', 'key': ['customer_id', 'related_customer_id', 'relation_type'], 'is_optional': true,
            'columns': {
                'customer_id': 'string private id also:客户编号,客户ID,会员编号,会员ID',
                'related_customer_id': 'string private id also:关联客户编号,关联客户ID',
                'relation_type': 'string also:关系类型',
                'consent': 'boolean also:双方同意',
                'create_time': 'timestamp also:创建时间'
            },
        },
        {
            'ods': 'ods_marketing_assignment', 'key': ['assignment_id'], 'time': 'assign_time', 'is_fact': true, 'is_optional': true,
            'columns': {
                'assignment_id': 'string id also:分组编号',
                'campaign_id': 'string required id also:活动编号,活动ID',
                'customer_id': 'string required private id also:客户编号,客户ID,会员编号,会员ID',
                'arm': 'string required also:分组',
                'assign_time': 'timestamp required also:分组时间',
                'cost': 'decimal(18,2) optional also:成本'
            },
        },
        {
            'ods': 'ods_recommendation_log', 'key': ['impression_id'], 'time': 'shown_time', 'is_fact': true, 'is_optional': true,
            'columns': {
                'impression_id': 'string id also:曝光编号,曝光ID',
                'customer_id': 'string required private id also:客户编号,客户ID,会员编号,会员ID',
                'product_id': 'string required id also:商品编号,商品ID,产品编号,产品ID',
                'position': 'int required min:1 also:位置',
                'policy': 'string required also:策略',
                'propensity': 'decimal(7,6) max:1 also:曝光概率',
                'shown_time': 'timestamp required also:曝光时间',
                'clicked': 'boolean also:是否点击',
                'ordered': 'boolean also:是否下单'
            },
        },
    ]) }}
{%- endmacro %}
