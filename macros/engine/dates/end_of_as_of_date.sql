{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The last microsecond of the as-of date, as a time: what holds at that moment is what holds "now". -#}
{% macro end_of_as_of_date() -%}
    cast(date_add({{ as_of_date() }}, 1) as timestamp) - make_dt_interval(0, 0, 0, 0.000001)
{%- endmacro %}
