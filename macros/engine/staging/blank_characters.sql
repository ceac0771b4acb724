{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What nobody sees around a value: white space (also no-break and full-width blanks), zero-width spaces, direction marks and byte order
  marks.
-#}
{% macro blank_characters() -%}
    {{ return(' \t\n\r\u00a0\u200b\u200e\u200f\u3000\ufeff') }}
{%- endmacro %}
