{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The five tables of the document, each with
    model       where people find it
    relation    what its fields are counted in: the same rows, with what the conditions need beside them
    dated_by    the day of a row
    columns     its fields, in the document's order
    conditions  the words of customer_profile_field that say to which rows a field applies, as SQL
-#}
{% macro document_tables() -%}
    {%- set of_customers = {
        'all': 'true',
        'known': 'is_known',
        'company': "coalesce(customer_type = '企业', false)",
        'profiled': 'is_profiled',
        'buyer': 'is_profiled and order_count > 0',
        'reachable': 'is_profiled and (declared_channel is not null or channel_evidence_count >= '
            ~ whole_number_setting('customer_profile_channel_min_evidence', 1, 9999) ~ ')',
        'active': 'event_count >= ' ~ whole_number_setting('customer_profile_tech_min_events', 1, 9999),
        'regular': 'line_count >= ' ~ whole_number_setting('customer_profile_price_min_lines', 1, 9999),
    } -%}
    {{ return([
        {
            'name': 'customer_dim', 'model': 'ads_customer_dim',
            'relation': 'dws_customer_profile_attribute', 'dated_by': 'as_of_date', 'conditions': of_customers,
            'columns': [
                'customer_id', 'customer_type', 'industry', 'company_size', 'credit_rating', 'ltv_segment', 'preferred_channel'
            ],
        },
        {
            'name': 'customer_attributes', 'model': 'ads_customer_attributes',
            'relation': 'dws_customer_profile_attribute', 'dated_by': 'as_of_date', 'conditions': of_customers,
            'columns': ['customer_id', 'tech_adoption', 'price_sensitivity', 'social_impact', 'eco_friendly'],
        },
        {
            'name': 'transaction_fact', 'model': 'dwd_transaction_fact',
            'relation': 'dwd_transaction_fact', 'dated_by': 'transaction_date',
            'conditions': {
                'all': 'true', 'not_erased': 'not is_erased', 'discounted': 'coalesce(discount_amount > 0, false)'
            },
            'columns': [
                'transaction_id', 'customer_id', 'product_id', 'channel_id', 'transaction_date', 'amount', 'discount_rate',
                'payment_method', 'cart_abandon_flag'
            ],
        },
        {
            'name': 'behavior_fact', 'model': 'dwd_behavior_fact',
            'relation': 'dwd_behavior_fact', 'dated_by': 'event_date',
            'conditions': {'all': 'true', 'named': 'customer_id is not null', 'page_view': "event_type = 'page_view'"},
            'columns': [
                'session_id', 'customer_id', 'event_type', 'event_timestamp', 'page_duration', 'scroll_depth', 'device_fingerprint'
            ],
        },
        {
            'name': 'service_fact', 'model': 'dwd_service_fact',
            'relation': 'dwd_service_fact', 'dated_by': 'contact_date',
            'conditions': {'all': 'true', 'not_erased': 'not is_erased', 'human': is_human_contact('contact_source')},
            'columns': [
                'service_id', 'customer_id', 'contact_type', 'issue_category', 'resolution_time', 'nps_score', 'escalation_level'
            ],
        },
    ]) }}
{%- endmacro %}
