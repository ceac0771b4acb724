{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The partition that rows of a time belong to, in a table kept by day: the day, or where the area keeps months the first day of the month.
-#}
{% macro partition_day(time, area) -%}
    {{ "trunc(" ~ time ~ ", 'MM')" if partition_grain(area) == 'month' else 'to_date(' ~ time ~ ')' }}
{%- endmacro %}
