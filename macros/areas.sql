{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The subject areas, each with its raw tables: the register that the engine reads. CONTRIBUTING says what else a new area takes.
-#}
{% macro areas() -%}
    {{ return({
        'customer_profile': customer_profile_tables(),
        'customer_service_promo': customer_service_promo_tables(),
        'online_retail': online_retail_tables(),
        'shared': shared_tables(),
    }) }}
{%- endmacro %}
