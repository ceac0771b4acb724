{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- How many days before the as-of date the very first build also describes, 0 = none (var customer_profile_look_back_days). -#}
{% macro look_back_days() -%}
    {{ return(whole_number_setting('customer_profile_look_back_days', 0, 3660)) }}
{%- endmacro %}
