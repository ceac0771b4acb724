{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}

{#- Python 模型的增量结果在同一会话的临时视图里，视图没有库名；其余与 dbt-spark 相同 -#}
{% macro dbt_spark_get_incremental_sql(strategy, source, target, existing, unique_key, incremental_predicates) -%}
    {%- set staged = source.include(schema=false) if runs_in_session() else source -%}
    {{ dbt.dbt_spark_get_incremental_sql(strategy, staged, target, existing, unique_key, incremental_predicates) }}
{%- endmacro %}
