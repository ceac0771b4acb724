{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  How an ADS model is written: a new table in the run's own release schema, never over an old one, so that a killed run
  leaves nothing in the way. dbt's relation is a view onto it, in the candidate schema: tests read that. People's view is
  moved by `publish` after all tests of the run.
-#}
{% materialization released_table, adapter='spark' -%}
    {%- set candidate = this.incorporate(type='view') -%}
    {%- set table = api.Relation.create(
        schema=release_schemas(this.schema).release, identifier=this.identifier, type='table'
    ) -%}

    {{ run_hooks(pre_hooks) }}

    {%- call statement('main') -%}
        {{ create_table_as(false, table, compiled_code) }}
    {%- endcall -%}
    {%- do point_view(candidate, 'select * from ' ~ table) -%}

    {{ run_hooks(post_hooks) }}

    {{ return({'relations': [candidate]}) }}
{%- endmaterialization %}
