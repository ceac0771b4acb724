{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Any text as a Spark string literal. `$` is escaped too, because Spark expands ${…} inside SQL text. -#}
{% macro string_literal(text) -%}
    '{{ text | string | replace("\\", "\\\\") | replace("'", "\\'") | replace("$", "\\u0024") }}'
{%- endmacro %}
