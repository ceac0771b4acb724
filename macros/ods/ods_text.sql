{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A raw ODS value as text: what nobody sees around it removed, empty = null. That is white space (also no-break and
  full-width blanks), zero-width spaces, direction marks and byte order marks. A verbatim column keeps all that.
-#}
{% macro ods_text(column) -%}
    {%- set text = 'cast(' ~ ods_raw_name(column) ~ ' as string)' -%}
    nullif({% if column.verbatim %}{{ text }}{% else %}trim(both ' \t\n\r\u00a0\u200b\u200e\u200f\u3000\ufeff' from {{ text }}){% endif %}, '')
{%- endmacro %}
