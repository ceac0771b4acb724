{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- How many calendar weeks, which begin on Mondays, two days and all between them touch. -#}
{% macro calendar_weeks(first_day, last_day) -%}
    datediff(trunc({{ last_day }}, 'week'), trunc({{ first_day }}, 'week')) div 7 + 1
{%- endmacro %}
