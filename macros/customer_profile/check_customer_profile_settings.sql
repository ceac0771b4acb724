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
    {%- set hours = whole_number_setting('customer_profile_cart_recovery_hours', 1, 9999) -%}
    {%- set days = whole_number_setting('customer_profile_cart_recovery_days', 1, 999) -%}
    {%- if hours > 24 * days -%}
        {{ exceptions.raise_compiler_error(
            'customer_profile_cart_recovery_hours is ' ~ hours ~ ', longer than customer_profile_cart_recovery_days, ' ~ days
            ~ ' days; no order could be both so late and so early'
        ) }}
    {%- endif -%}
{%- endmacro %}
