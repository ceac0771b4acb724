{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What Spark tells of the file that a row comes from. Of a raw table that it reads as files: the day on which the file was written, and
  a hash of its path, size and time of writing; a condition on them keeps Spark from opening the other files. Of a table kept by day:
  `first_row`, true for one row of each file. `providers` are the table formats that have them.
-#}
{% macro arrived_files() -%}
    {{ return({
        'day': 'to_date(_metadata.file_modification_time)',
        'file': 'xxhash64(_metadata.file_path, _metadata.file_size, _metadata.file_modification_time)',
        'first_row': '_metadata.row_index = 0',
        'providers': ['parquet', 'orc', 'csv', 'json', 'text', 'avro', 'delta'],
    }) }}
{%- endmacro %}
