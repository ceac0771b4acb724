{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The rejected raw rows of a dimension; they belong to no day. -#}
{% macro rejected_dimension_rows(table) -%}
    select
        '{{ table.ods }}' as source_table,
        {{ table.key[0] if table.key | length == 1 else "concat_ws('|', " ~ table.key | join(', ') ~ ')' }} as source_key,
        reject_reason,
        reject_column,
        reject_value,
        raw_record,
        {{ no_date() }} as dt

    from {{ ref(table.staging) }}

    where reject_reason is not null and {{ changed_days(no_date()) }}
{%- endmacro %}
