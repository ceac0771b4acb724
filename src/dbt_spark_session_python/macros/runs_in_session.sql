{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}

{#- Whether dbt_spark_session_python runs this model in dbt's Spark session: every Python model that names no Databricks method. -#}
{% macro runs_in_session() -%}
    {{ return(model['language'] == 'python' and config.get('submission_method', 'session') == 'session') }}
{%- endmacro %}
