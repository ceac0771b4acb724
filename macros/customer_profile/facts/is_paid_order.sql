{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether an order counts as paid: it has a time of payment, and no status of `customer_profile_unpaid_statuses`. -#}
{% macro is_paid_order(pay_time, order_status) -%}
    {{ pay_time }} is not null and coalesce({{ order_status }} not in ({{ unpaid_statuses() }}), true)
{%- endmacro %}
