{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A condition for the body of a model kept by day: the date is one of the days that this run writes. It compiles to
  `true`, the full build; the materialization fills the days in.
-#}
{% macro changed_days(date) -%}
    true /* by_day: days {{ date }} */
{%- endmacro %}
