{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- How many days the window of orders has, the as-of date included (var customer_profile_order_window_days). -#}
{% macro order_window_days() -%}
    {{ return(whole_number_setting('customer_profile_order_window_days', 1, 3660)) }}
{%- endmacro %}
