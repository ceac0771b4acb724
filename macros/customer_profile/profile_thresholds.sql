{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The vars that decide what the dated tables hold; config_hash stands for their values. -#}
{% macro profile_thresholds() -%}
    {{ return([
        'customer_profile_activity_bands',
        'customer_profile_activity_cap_share',
        'customer_profile_activity_contact_weight',
        'customer_profile_activity_login_weight',
        'customer_profile_activity_page_weight',
        'customer_profile_activity_window_days',
        'customer_profile_cart_recovery_hours',
        'customer_profile_churned_gaps',
        'customer_profile_complaint_prior_weight',
        'customer_profile_dormant_gaps',
        'customer_profile_gap_max_days',
        'customer_profile_gap_min_days',
        'customer_profile_gap_prior_weight',
        'customer_profile_longest_page_view',
        'customer_profile_look_back_days',
        'customer_profile_mature_purchase_days',
        'customer_profile_min_page_views',
        'customer_profile_on_sale_statuses',
        'customer_profile_order_window_days',
        'customer_profile_penetration_bands',
        'customer_profile_profiling_without_consent',
        'customer_profile_returning_days',
        'customer_profile_service_health_bands',
        'customer_profile_service_window_days',
        'customer_profile_unpaid_statuses',
        'rfm_bins',
        'rfm_levels',
        'rfm_method',
    ]) }}
{%- endmacro %}
