{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The moment that recency is counted from, 00:00 of a day: everything before it counts, nothing after. -#}
{% macro online_retail_snapshot() -%}
    cast({{ date_literal(var('online_retail_snapshot_date'), 'online_retail_snapshot_date') }} as timestamp)
{%- endmacro %}
