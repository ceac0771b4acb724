{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The columns of a raw table that name a customer, by their names in staging: those that the area's list calls private. -#}
{% macro named_customers(table) -%}
    {{ return(ods_columns(table) | selectattr('private') | map(attribute='name') | list) }}
{%- endmacro %}
