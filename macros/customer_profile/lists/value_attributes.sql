{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The attributes by which the pages divide all customers: columns of dws_customer_profile_customer_total. -#}
{% macro value_attributes() -%}
    {{ return(['customer_type', 'industry', 'company_size', 'credit_rating', 'greater_region', 'ltv_segment']) }}
{%- endmacro %}
