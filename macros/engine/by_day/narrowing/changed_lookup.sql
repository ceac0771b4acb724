{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A condition for the body of a model kept by day, on the rows of a lookup that is kept by day itself: the days that
  the changed rows refer to. It compiles to `true`, the full build.
-#}
{% macro changed_lookup(name) -%}
    true /* by_day: lookup {{ name }} */
{%- endmacro %}
