{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a day is one of the last so many days that end with another one, that one included. The number may be a column. -#}
{% macro is_within_days(day, last_day, day_count) -%}
    {{ day }} between date_sub({{ last_day }}, {{ day_count }} - 1) and {{ last_day }}
{%- endmacro %}
