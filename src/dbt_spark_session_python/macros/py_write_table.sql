{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}

{#-
  The code at the end of a compiled Python model that writes its result. dbt-spark's own version defaults to delta, always
  imports pyspark.pandas and ignores partition_by. Here only a few lines are left in the model; the work is done by
  dbt_spark_session_python.writer. In an incremental run the target is …__dbt_tmp, and the result becomes a temporary view.
-#}
{% macro py_write_table(compiled_code, target_relation) %}
{% if not runs_in_session() -%}
{{ dbt.py_write_table(compiled_code, target_relation) }}
{%- else -%}
{{ compiled_code }}

dbt = dbtObj(spark.table)
result = model(dbt, spark)
{% if target_relation.identifier != this.identifier -%}
{%- set staged = {
    'model': model['name'],
    'view': target_relation.identifier,
    'table': this | string,
} -%}
from dbt_spark_session_python.writer import stage_for_insert
stage_for_insert(spark, result, **{{ staged }})
{%- else -%}
{%- set partition_by = config.get('partition_by') or [] -%}
{%- set location_root = config.get('location_root') -%}
{%- set saved = {
    'model': model['name'],
    'table': target_relation | string,
    'file_format': config.get('file_format', 'parquet'),
    'partition_by': [partition_by] if partition_by is string else partition_by,
    'location': location_root ~ '/' ~ model['alias'] if location_root else none,
} -%}
from dbt_spark_session_python.writer import save_as_table
save_as_table(spark, result, **{{ saved }})
{%- endif %}
{%- endif -%}
{%- endmacro %}
