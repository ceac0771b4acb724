{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A value as a salted SHA-256. -#}
{% macro hashed_value(value) -%}
    sha2(concat({{ private_salt() }}, ':', {{ value }}), 256)
{%- endmacro %}
