{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The indexes that have bands: the column of the band, its var and the largest value of the index. -#}
{% macro profile_bands() -%}
    {{ return({
        'activity_band': ('customer_profile_activity_bands', 100),
        'service_health_band': ('customer_profile_service_health_bands', 1),
        'penetration_band': ('customer_profile_penetration_bands', 1),
    }) }}
{%- endmacro %}
