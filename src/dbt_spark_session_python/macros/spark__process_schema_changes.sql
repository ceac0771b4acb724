{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}

{#-
  Compares the columns of the same temporary view, which has no schema, with the table (see dbt_spark_get_incremental_sql).
  With on_schema_change: fail, the error says in one sentence what to do.
-#}
{% macro spark__process_schema_changes(on_schema_change, source_relation, target_relation) -%}
    {%- set staged = source_relation.include(schema=false) if runs_in_session() else source_relation -%}
    {%- if on_schema_change != 'fail' -%}
        {{ return(dbt.default__process_schema_changes(on_schema_change, staged, target_relation)) }}
    {%- elif check_for_schema_changes(staged, target_relation)['schema_changed'] -%}
        {{ exceptions.raise_compiler_error(
            target_relation ~ " has columns of other types than its model: build it once with --full-refresh --select "
            ~ target_relation.identifier
        ) }}
    {%- endif -%}
{%- endmacro %}
