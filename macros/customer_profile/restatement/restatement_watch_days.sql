{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- How many days back every build looks for stored dates whose facts have changed since (var customer_profile_restatement_watch_days). -#}
{% macro restatement_watch_days() -%}
    {{ return(whole_number_setting('customer_profile_restatement_watch_days', 0, 3660)) }}
{%- endmacro %}
