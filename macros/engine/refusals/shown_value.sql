{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A raw value as people are shown it, in a line of a log or on a page: without control characters, not longer than a line has room for,
  and null where there is nothing to see.
-#}
{% macro shown_value(value) -%}
    {%- set visible = 'trim(regexp_replace(' ~ value ~ ', ' ~ string_literal("[\\p{Z}\\p{Cc}\\p{Cf}]+") ~ ", ' '))" -%}
    case
        when char_length({{ visible }}) > 80 then concat(substring({{ visible }}, 1, 79), '…')
        when {{ visible }} != '' then {{ visible }}
    end
{%- endmacro %}
