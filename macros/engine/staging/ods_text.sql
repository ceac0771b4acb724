{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A raw ODS value as text: what nobody sees around it removed, an empty text or a word for nothing = null. A verbatim column keeps what
  is around it.
  A text that begins and ends with a visible ASCII character needs no trimming: Spark copies a text character by character to
  trim it, and reading the texts of ten million sends took 18 CPU s instead of 7.
-#}
{% macro ods_text(column) -%}
    {%- set text = 'cast(' ~ column.source ~ ' as string)' -%}
    {%- set trimmed = "trim(both '" ~ blank_characters() ~ "' from " ~ text ~ ')' -%}
    {%- set literals = [] -%}
    {%- for word in missing_words() -%}
        {%- do literals.append(string_literal(word) | trim) -%}
    {%- endfor -%}
    {%- set words = literals | join(', ') -%}
    {%- set longest = missing_words() | map('length') | max -%}
    {%- if column.verbatim -%}
    case when lower({{ trimmed }}) not in ('', {{ words }}) then {{ text }} end
    {%- else -%}
    case
            when {{ text }} between '!' and '~' and substring(cast({{ text }} as binary), -1, 1) between X'21' and X'7E'
                then case when octet_length({{ text }}) > {{ longest }} or lower({{ text }}) not in ({{ words }}) then {{ text }} end
            when lower({{ trimmed }}) not in ('', {{ words }})
                then {{ trimmed }}
        end
    {%- endif -%}
{%- endmacro %}
