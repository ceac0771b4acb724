{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What the staging of a dimension ends with: each column in its type, the raw row as JSON, and why the row is rejected: its first
  defect, else that another version of its key is kept. All three null = accepted. A table without a key has no versions, only copies:
  they are numbered.
-#}
{% macro dimension_marked(columns, table) -%}
    {%- set key = columns | selectattr('key') | first -%}
    {{ typed_columns(columns) }}
        to_json({{ raw_record(columns) }}, map('ignoreNullFields', 'false')) as raw_record,
        {%- if table.key %}
        {%- set key_value = kept_value(key, 'raw.' ~ key.source) %}
        case when defect is null and version_rank > 1 then 'duplicate_key' else defect.reason end as reject_reason,
        case when defect is null and version_rank > 1 then '{{ key.name }}' else defect.column_name end as reject_column,
        case when defect is null and version_rank > 1 then {{ key_value }} else {{ defect_value(columns) }} end as reject_value
        {%- else %}
        defect.reason as reject_reason,
        defect.column_name as reject_column,
        {{ defect_value(columns) }} as reject_value,
        version_rank as copy_number
        {%- endif %}
{%- endmacro %}
