{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The types of events that an index or a feature counts, as SQL literals. Others can have any name, also that of another touch. -#}
{% macro activity_event_types() -%}
    'login', 'page_view', 'favorite', 'compare', 'share'
{%- endmacro %}
