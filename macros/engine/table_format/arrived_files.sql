{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What Spark tells of the files of a raw table that it reads as files: the day on which a row's file was written, and a hash of the
  file's path, size and time of writing. A condition on them keeps Spark from opening the other files. `first_row` is true for one row
  of each file. `providers` are the table formats that have them.
-#}
{% macro arrived_files() -%}
    {{ return({
        'day': 'to_date(_metadata.file_modification_time)',
        'file': 'xxhash64(_metadata.file_path, _metadata.file_size, _metadata.file_modification_time)',
        'first_row': '_metadata.row_index = 0',
        'providers': ['parquet', 'orc', 'csv', 'json', 'text', 'avro', 'delta'],
    }) }}
{%- endmacro %}
