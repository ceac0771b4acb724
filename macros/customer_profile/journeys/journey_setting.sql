{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A setting of the journeys by the end of its name, as a whole number within its bounds. -#}
{% macro journey_setting(name) -%}
    {%- set bounds = {'window_days': [1, 9999], 'order_days': [1, 999], 'steps': [1, 6]} -%}
    {{ return(whole_number_setting('customer_profile_journey_' ~ name, bounds[name][0], bounds[name][1])) }}
{%- endmacro %}
