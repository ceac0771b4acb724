{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a column, given by its name as a value, is none of those that name a customer. -#}
{% macro names_nobody(column_name) -%}
    coalesce({{ column_name }}, '') not in ('{{ customer_columns() | join("', '") }}')
{%- endmacro %}
