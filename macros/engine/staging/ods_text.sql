{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A raw ODS value as text: what nobody sees around it removed, empty = null. That is white space (also no-break and
  full-width blanks), zero-width spaces, direction marks and byte order marks. A verbatim column keeps all that.
  A text that begins and ends with a visible ASCII character is left as it is: Spark copies a text character by character to
  trim it, and reading the texts of ten million sends took 18 CPU s instead of 7.
-#}
{% macro ods_text(column) -%}
    {%- set text = 'cast(' ~ column.source ~ ' as string)' -%}
    {%- if column.verbatim -%}
    nullif({{ text }}, '')
    {%- else -%}
    case
            when {{ text }} between '!' and '~' and substring(cast({{ text }} as binary), -1, 1) between X'21' and X'7E'
                then {{ text }}
            else nullif(trim(both ' \t\n\r\u00a0\u200b\u200e\u200f\u3000\ufeff' from {{ text }}), '')
        end
    {%- endif -%}
{%- endmacro %}
