{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The settings of the customer profile. -#}
{% macro check_customer_profile_settings() -%}
    {%- do partition_grain('customer_profile') -%}
    {%- do unpaid_statuses() -%}
    {%- do is_new_session('0', '0') -%}
    {%- do is_engaged_session('0', '0', '0') -%}
    {%- do whole_number_setting('customer_profile_bot_session_events', 1, 999999999) -%}
    {%- do whole_number_setting('customer_profile_bot_fingerprint_day_events', 1, 999999999) -%}
    {%- do whole_number_setting('customer_profile_max_basket_products', 2, 9999) -%}
    {%- do look_back_days() -%}
    {%- do order_window_days() -%}
    {%- do returning_days() -%}
    {%- do expected_gap_days('0', '0', '0') -%}
    {%- do lifecycle_stage('0', '0', '0', '0') -%}
    {%- do on_sale_statuses() -%}
    {%- do flag_setting('customer_profile_profiling_without_consent') -%}
    {%- do whole_number_setting('customer_profile_activity_window_days', 1, 999) -%}
    {%- do check_weights([
        'customer_profile_activity_login_weight', 'customer_profile_activity_page_weight', 'customer_profile_activity_contact_weight'
    ]) -%}
    {%- do share_setting('customer_profile_activity_cap_share') -%}
    {%- do whole_number_setting('customer_profile_longest_page_view', 1, 86400) -%}
    {%- do whole_number_setting('customer_profile_min_page_views', 1, 999) -%}
    {%- do whole_number_setting('customer_profile_service_window_days', 1, 9999) -%}
    {%- do whole_number_setting('customer_profile_complaint_prior_weight', 0, 9999) -%}
    {%- for setting, largest in profile_bands().values() -%}
        {%- do index_band_bounds(setting, largest) -%}
    {%- endfor -%}
    {%- do restates() -%}
    {%- do restatement_watch_days() -%}
    {%- do whole_number_setting('customer_profile_channel_window_days', 1, 9999) -%}
    {%- do whole_number_setting('customer_profile_channel_min_evidence', 1, 9999) -%}
    {%- do share_setting('customer_profile_channel_min_share') -%}
    {%- do whole_number_setting('customer_profile_tech_window_days', 1, 9999) -%}
    {%- do check_weights(tech_parts() | map(attribute='setting') | list) -%}
    {%- do whole_number_setting('customer_profile_tech_new_product_days', 0, 9999) -%}
    {%- do whole_number_setting('customer_profile_tech_min_events', 1, 9999) -%}
    {%- do price_sensitivity('0') -%}
    {%- do whole_number_setting('customer_profile_price_min_lines', 1, 9999) -%}
    {%- do share_setting('customer_profile_social_cap_share') -%}
    {%- do social_impact('0', '0', '0') -%}
    {%- do share_setting('customer_profile_field_filled_share') -%}
    {%- do share_setting('customer_profile_min_field_coverage') -%}
    {%- do min_cell_customers() -%}
    {%- do journey_nodes('0', '0') -%}
    {%- do journey_setting('window_days') -%}
    {%- do journey_setting('order_days') -%}
    {%- do whole_number_setting('customer_profile_timeline_entries', 1, 9999) -%}
    {%- do flag_setting('customer_pages') -%}
    {%- set hours = whole_number_setting('customer_profile_cart_recovery_hours', 1, 9999) -%}
    {%- set days = whole_number_setting('customer_profile_cart_recovery_days', 1, 999) -%}
    {%- if hours > 24 * days -%}
        {{ refuse_setting(
            'customer_profile_cart_recovery_hours is ' ~ hours ~ ', longer than customer_profile_cart_recovery_days, ' ~ days
            ~ ' days; no order could be both so late and so early'
        ) }}
    {%- endif -%}
{%- endmacro %}
