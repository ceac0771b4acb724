{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}

{#- 是否由 dbt_spark_session_python 在 dbt 的 Spark 会话里执行本模型（显式指定 Databricks 提交方式的除外） -#}
{% macro runs_in_session() -%}
    {{ return(model['language'] == 'python' and config.get('submission_method', 'session') == 'session') }}
{%- endmacro %}
