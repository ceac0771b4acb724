{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What a customer is grouped by on each date: the columns of dws_customer_profile_measure. -#}
{% macro profile_measures() -%}
    {{ return(['lifecycle_stage', 'order_level', 'promo_level'] + profile_bands() | list) }}
{%- endmacro %}
