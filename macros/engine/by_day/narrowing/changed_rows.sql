{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A condition for the body of a model kept by day, on the rows of a staging model: the rows that this run needs, which are
  those of its days, those that decide together with them, and all other versions of their keys. It compiles to `true`, the full build.
-#}
{% macro changed_rows(staged) -%}
    true /* by_day: rows {{ staged }} */
{%- endmacro %}
