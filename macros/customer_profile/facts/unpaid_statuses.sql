{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The statuses of orders that are not paid (var customer_profile_unpaid_statuses), as a list of SQL literals. -#}
{% macro unpaid_statuses() -%}
    {{ return(word_list_setting('customer_profile_unpaid_statuses', '[已取消, 未支付]')) }}
{%- endmacro %}
