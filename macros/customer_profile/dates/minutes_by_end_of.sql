{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whole minutes from a moment to the end of a day. A solution after so many minutes was there by then; a later one was not known yet. -#}
{% macro minutes_by_end_of(day, moment) -%}
    timestampdiff(minute, {{ moment }}, {{ end_of_day(day) }})
{%- endmacro %}
