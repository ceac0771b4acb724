{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The days of the sends that the uses on the rewritten days belong to; none = all, the full build. -#}
{% macro days_of_sends(rewritten) -%}
    {%- set used = ref('dwd_customer_service_promo_send_arrival') ~ ' where ' ~ used_on_days(rewritten) -%}
    {{ return(asked_days('raw_day', used) if finds_by_key(rewritten) else none) }}
{%- endmacro %}
