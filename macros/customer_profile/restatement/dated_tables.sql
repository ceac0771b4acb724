{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The dated tables of the area that hold customers, and the dates themselves: what keep_rows_before watches and the ledger of restatements
  compares; each with the columns that the ledger reads causes off. A dated table that is not listed is refused by the hook.
-#}
{% macro dated_tables() -%}
    {{ return({
        'dws_customer_profile_date': ['config_hash'],
        'dws_customer_profile_input': ['key_count', 'key_hash', 'content_hash'],
        'dws_customer_profile_population': [],
        'dws_customer_profile_order_metrics': [],
        'dws_customer_profile_order_rfm': [],
        'dws_customer_profile_lifecycle': [],
        'dws_customer_profile_penetration': [],
        'dws_customer_profile_activity_input': [],
        'dws_customer_profile_activity': [],
        'dws_customer_profile_service_input': [],
        'dws_customer_profile_service_health': [],
        'dws_customer_profile_value_segment': [],
        'dws_customer_profile_channel_evidence': [],
        'dws_customer_profile_channel_preference': [],
        'dws_customer_profile_tech_visit': [],
        'dws_customer_profile_tech_adoption': [],
        'dws_customer_profile_price_sensitivity': [],
        'dws_customer_profile_social_impact': [],
        'dws_customer_profile_features': [],
        'dws_customer_profile_warning': [],
        'dws_customer_profile_measure': [],
    }) }}
{%- endmacro %}
