{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What counts as 互动 in the adjusted activity index: a complaint is no sign of life that a shop would wish for, the others are. As SQL literals. -#}
{% macro adjusted_touches() -%}
    'contact', 'favorite', 'compare', 'share', 'review'
{%- endmacro %}
