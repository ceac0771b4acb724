{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The columns of a raw table that name somebody who may ask to be erased: those of named_customers, where there is a list of erasures. -#}
{% macro erasable_columns(table) -%}
    {{ return(named_customers(table) if erasure_list() else []) }}
{%- endmacro %}
