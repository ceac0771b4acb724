{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The statuses of products that are on sale (var customer_profile_on_sale_statuses), as a list of SQL literals. -#}
{% macro on_sale_statuses() -%}
    {{ return(word_list_setting('customer_profile_on_sale_statuses', '[在售]')) }}
{%- endmacro %}
