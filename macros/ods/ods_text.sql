{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A raw ODS value as text: outer white space (also no-break and full-width blanks) removed, empty = null. A verbatim
  column keeps its blanks.
-#}
{% macro ods_text(column) -%}
    {%- set text = 'cast(' ~ ods_raw_name(column) ~ ' as string)' -%}
    nullif({% if column.verbatim %}{{ text }}{% else %}trim(both ' \t\n\r\u00a0\u3000' from {{ text }}){% endif %}, '')
{%- endmacro %}
