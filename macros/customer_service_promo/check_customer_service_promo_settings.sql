{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The settings of the promotion area. -#}
{% macro check_customer_service_promo_settings() -%}
    {%- do rfm_window_days() -%}
    {%- do never_redeemed_recency_days() -%}
    {%- do number_literal(var('use_rate_cap'), 'use_rate_cap') -%}
{%- endmacro %}
