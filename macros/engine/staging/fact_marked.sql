{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What the staging of a fact ends with: each column in its type, the raw row, its day (no_date where its time cannot be read, or it has
  none), a hash of
  the key that all its versions share, a hash of the row, and its first defect; all three reject columns null = sound.
  A row without a key shares it with its own copies only, so that a million empty keys are not one. The hash of the row covers the raw
  values and the rules of staging, so that it is another one when either changes; hashes are stored and hide what is private or
  secret.
-#}
{% macro fact_marked(columns, table) -%}
    {%- set key = table.key | first -%}
    {%- set typed, raw, value = typed_columns(columns), raw_record(columns), defect_value(columns) -%}
    {%- set rules = local_md5(ods_texts(columns) ~ ods_values(columns) ~ ods_first_defect(columns) ~ typed ~ raw ~ value) -%}
    {%- set values = ["'" ~ rules ~ "'"] -%}
    {%- set public_values = [] -%}
    {%- for column in columns -%}
        {%- set raw_value = 'raw.' ~ column.source -%}
        {%- do values.append(kept_value(column, raw_value)) -%}
        {%- do public_values.append(raw_value) if not (column.private or column.secret) -%}
    {%- endfor -%}
    {{ typed }}
        {{ raw }} as raw,
        {% if table.time %}coalesce({{ partition_day(ods_time_in_range(table.time ~ '_value'), table.area) }}, {{ no_date() }}){% else %}{{ no_date() }}{% endif %} as raw_day,
        case when {{ key }} is null then {{ row_hash(public_values) }} else xxhash64({{ key }}) end as key_hash,
        {{ row_hash(values) }} as row_hash,
        defect.reason as reject_reason,
        defect.column_name as reject_column,
        {{ value }} as reject_value,
        arrival_day as dt
{%- endmacro %}
