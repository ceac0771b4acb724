{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What the dated tables are made of, a customer's own facts: DWD table, column of the customer, the day from which a row counts, the columns
  that name the row, and those that the dated tables read of it. An order counts from its day, its payment from the day of payment and a
  solution from the day of the solution, so what happens after a date is no change of the date. `is_part`: belongs to a row that is
  named by another entry.
-#}
{% macro restatement_inputs() -%}
    {{ return([
        {
            'table': 'dwd_customer_history', 'id': 'customer_id', 'day': 'coalesce(to_date(valid_from), ' ~ no_date() ~ ')',
            'key': ['valid_from'],
            'content': [
                'customer_type', 'industry', 'company_size', 'credit_rating', 'region_id', 'declared_channel', 'eco_friendly',
                'follower_count', 'marketing_consent', 'profiling_consent', 'register_time'
            ],
        },
        {'table': 'dwd_order', 'id': 'customer_id', 'day': 'order_date', 'key': ['order_id'], 'content': ['channel_id', 'order_time']},
        {
            'table': 'dwd_order', 'id': 'customer_id', 'day': 'pay_date', 'key': ['order_id'], 'is_part': true,
            'content': ['pay_time', 'line_count', 'gross_amount'],
        },
        {
            'table': 'dwd_order_item', 'id': 'customer_id', 'day': 'order_date', 'key': ['order_item_id'],
            'content': ['product_id', 'quantity', 'list_amount', 'amount'],
        },
        {
            'table': 'dwd_refund', 'id': 'customer_id', 'day': 'refund_date', 'key': ['refund_id'],
            'content': ['order_item_id', 'refund_amount'],
        },
        {
            'table': 'dwd_behavior_fact', 'id': 'customer_id', 'day': 'event_date', 'key': ['event_id'],
            'content': ['session_id', 'event_type', 'event_timestamp', 'page_duration', 'product_id', 'channel_id', 'is_bot'],
        },
        {
            'table': 'dwd_service_fact', 'id': 'customer_id', 'day': 'contact_date', 'key': ['service_id'],
            'content': ['contact_type', 'contact_source', 'contact_time', 'issue_category', 'nps_score', 'escalation_level'],
        },
        {
            'table': 'dwd_service_fact', 'id': 'customer_id', 'key': ['service_id'], 'is_part': true,
            'day': 'to_date(contact_time + make_dt_interval(0, 0, resolution_time))', 'content': ['resolution_time'],
        },
        {'table': 'dwd_review', 'id': 'customer_id', 'day': 'review_date', 'key': ['review_id'], 'content': ['product_id', 'rating']},
        {
            'table': 'dwd_marketing_assignment', 'id': 'customer_id', 'day': 'to_date(assign_time)',
            'key': ['assignment_id'], 'content': ['assign_time'],
        },
        {
            'table': 'dwd_recommendation_log', 'id': 'customer_id', 'day': 'to_date(shown_time)',
            'key': ['impression_id'], 'content': ['shown_time'],
        },
        {'table': 'dwd_customer_service_promo_send', 'id': 'consumer_id', 'day': 'dt', 'key': ['send_id'], 'content': ['send_time']},
    ]) }}
{%- endmacro %}
