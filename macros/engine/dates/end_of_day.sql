{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The last microsecond of a day, as a time: what holds at that moment is what the day ends with. -#}
{% macro end_of_day(day) -%}
    cast(date_add({{ day }}, 1) as timestamp) - make_dt_interval(0, 0, 0, 0.000001)
{%- endmacro %}
