{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The rejected raw rows of a dimension; they belong to no day. Of somebody who asked to be erased only the reason stays, and the key where it
  names nobody.
-#}
{% macro rejected_dimension_rows(table) -%}
    {%- set columns = [] -%}
    {%- for column in table.key -%}
        {%- do columns.append('staged.' ~ column) -%}
    {%- endfor -%}
    {%- set key = columns[0] if columns | length == 1 else "concat_ws('|', " ~ columns | join(', ') ~ ')' -%}
    {%- set named = table.key | select('in', erasable_columns(table)) | list -%}
    select
        '{{ table.ods }}' as source_table,
        {{ unless_erased(table, key) if named else key }} as source_key,
        staged.reject_reason,
        staged.reject_column,
        {{ unless_erased(table, 'staged.reject_value') }} as reject_value,
        {{ unless_erased(table, 'staged.raw_record') }} as raw_record,
        {{ is_erased_row(table) }} as is_erased,
        {{ no_date() }} as dt

    from {{ ref(table.staging) }} as staged
    {{ erasure_joins('staged', table) }}
    where staged.reject_reason is not null and {{ changed_days(no_date()) }}
{%- endmacro %}
