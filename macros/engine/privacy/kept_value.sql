{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A value of a column as the warehouse keeps it: as it came, or hashed. -#}
{% macro kept_value(column, value) -%}
    {{ hashed_value(value) if hashed_columns([column]) else value }}
{%- endmacro %}
