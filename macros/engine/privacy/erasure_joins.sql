{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Joins each customer that staged rows of a raw table name (erasable_columns) with the list of those who asked to be erased. -#}
{% macro erasure_joins(staged, table) -%}
    {%- set list = erasure_list() -%}
    {%- for column in erasable_columns(table) %}
    left join {{ ref(list.table) }} as erased_{{ loop.index }}
        on {{ staged }}.{{ column }} = erased_{{ loop.index }}.{{ list.column }}
    {%- endfor %}
{%- endmacro %}
