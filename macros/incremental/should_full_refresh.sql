{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  dbt's own question, with one more reason: an incremental table whose columns are not the model's is from before an
  upgrade, and is built in full.
-#}
{% macro should_full_refresh() -%}
    {%- set configured = config.get('full_refresh') -%}
    {%- if configured is not none or flags.FULL_REFRESH -%}
        {{ return(configured if configured is not none else true) }}
    {%- endif -%}
    {%- if 'partition_fingerprint' not in model.columns or model.config.materialized != 'incremental' -%}
        {{ return(false) }}
    {%- endif -%}
    {%- set stored = adapter.get_relation(this.database, this.schema, this.identifier) -%}
    {%- if stored is none -%}
        {{ return(false) }}
    {%- endif -%}
    {%- set columns = adapter.get_columns_in_relation(stored) | map(attribute='name') | sort | list -%}
    {{ return(columns != model.columns | sort | list) }}
{%- endmacro %}
