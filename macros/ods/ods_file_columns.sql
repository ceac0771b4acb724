{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Which file a raw row came in, as a hash of its path, size and time of writing, and the day of that time. Conditions on
  them keep Spark from opening the other files, as long as nothing stands between them and the scan. Tables that are no
  files to Spark (views, Iceberg, JDBC) know neither: there the row stands for its file (ods_marked), and arrived undated.
-#}
{% macro ods_file_columns(relation) -%}
    {%- set provider = [] -%}
    {%- if execute and model.resource_type == 'model' and load_relation(relation) -%}
        {%- for row in run_query('describe table extended ' ~ relation) if row[0] == 'Provider' -%}
            {%- do provider.append(row[1] | lower) -%}
        {%- endfor -%}
    {%- endif -%}
    {%- if provider and provider[0] in ['parquet', 'orc', 'csv', 'json', 'text', 'avro', 'delta'] -%}
    xxhash64(_metadata.file_path, _metadata.file_size, _metadata.file_modification_time) as raw_file,
            to_date(_metadata.file_modification_time) as arrival_day
    {%- else -%}
    cast(null as bigint) as raw_file,
            {{ undated() }} as arrival_day
    {%- endif -%}
{%- endmacro %}
