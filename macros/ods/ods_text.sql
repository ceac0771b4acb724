{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A raw ODS value as text: outer white space (also no-break and full-width blanks) removed, empty = null. -#}
{% macro ods_text(column_name) -%}
    nullif(trim(both ' \t\n\r\u00a0\u3000' from cast({{ column_name }} as string)), '')
{%- endmacro %}
