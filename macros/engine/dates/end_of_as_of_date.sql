{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The last microsecond of the as-of date: what holds at that moment is what holds "now". -#}
{% macro end_of_as_of_date() -%}
    {{ end_of_day(as_of_date()) }}
{%- endmacro %}
