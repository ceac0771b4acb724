{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Checks the settings of every area and of what areas share; each has its own check beside it. -#}
{% macro check_areas() -%}
    {%- do check_scoring_settings() -%}
    {%- do check_shared_settings() -%}
    {%- do check_customer_profile_settings() -%}
    {%- do check_customer_service_promo_settings() -%}
    {%- do check_online_retail_settings() -%}
{%- endmacro %}
