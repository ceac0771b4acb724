{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The rejected rows of one raw table, as a query that has `source_table` and the three reject columns. A table with a key has them in
  the reject table of its area; one without a key keeps every row, and marks the rejected ones.
-#}
{% macro rejects_of_table(table, relation) -%}
    select
        '{{ table.ods }}' as source_table,
        reject_reason,
        reject_column,
        reject_value

    from {{ relation }}

    where {{ "source_table = '" ~ table.ods ~ "'" if table.key else 'reject_reason is not null' }}
{%- endmacro %}
