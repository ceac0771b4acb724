{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}

{#-
  The new rows of an incremental Python model are in a temporary view of the same session, and such a view has no schema.
  Everything else is as in dbt-spark.
-#}
{% macro dbt_spark_get_incremental_sql(strategy, source, target, existing, unique_key, incremental_predicates) -%}
    {%- set staged = source.include(schema=false) if runs_in_session() else source -%}
    {{ dbt.dbt_spark_get_incremental_sql(strategy, staged, target, existing, unique_key, incremental_predicates) }}
{%- endmacro %}
