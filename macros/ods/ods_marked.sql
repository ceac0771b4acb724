{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Step four, the select list that every staging model ends with: each column in its type, the whole raw record, and why
  the row is rejected: its first defect, else that another version of its key is kept. All three null = accepted.
  A table without a key has no versions, only copies: they are numbered. An incremental area also needs to know what each
  raw row is (fingerprint), and a fact which day it belongs to (day_of), which file it came in, and which rows share its key: a
  row without a key shares it with its own copies only, so that a million empty keys are not one. Hashes of keys are stored
  and must not tell what is private.
-#}
{% macro ods_marked(columns, fingerprint=false, day_of=none) -%}
    {%- set raw_values = [] -%}
    {%- set public_values = [] -%}
    {%- for column in columns -%}
        {%- do raw_values.append('raw.' ~ ods_raw_name(column)) -%}
        {%- do public_values.append(raw_values | last) if not column.private -%}
    {%- endfor -%}
    {%- set key = columns | selectattr('key') | first | default(none) -%}
    {%- for column in columns %}
        {%- if column.type == 'timestamp' %}
        {{ ods_time_in_range(column.name ~ '_value') }} as {{ column.name }},
        {%- else %}
        {{ column.name ~ ('_value as ' ~ column.name if column.type != 'string') }},
        {%- endif %}
    {%- endfor %}
        to_json(raw, map('ignoreNullFields', 'false')) as raw_record,
        {%- if fingerprint %}
        {{ row_hash(raw_values) }} as raw_fingerprint,
        {%- endif %}
        {%- if day_of %}
        to_date({{ ods_time_in_range(day_of ~ '_value') }}) as raw_day,
        case when {{ key.name }} is null then {{ row_hash(public_values) }} else xxhash64({{ key.name }}) end as key_hash,
        coalesce(raw_file, {{ row_hash(raw_values) }}) as raw_file,
        arrival_day,
        {%- endif %}
        {%- if key and not day_of %}
        case when defect is null and version_rank > 1 then 'duplicate_key' else defect.reason end as reject_reason,
        case when defect is null and version_rank > 1 then '{{ key.name }}' else defect.column_name end as reject_column,
        case when defect is null and version_rank > 1 then raw.{{ ods_raw_name(key) }} else defect.column_value end as reject_value
        {%- else %}
        defect.reason as reject_reason,
        defect.column_name as reject_column,
        defect.column_value as reject_value
        {%- endif %}
        {%- if not key %},
        version_rank as copy_number
        {%- endif %}
{%- endmacro %}
