{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Writes an ADS model as a new table in the release schema of the run. It never overwrites an old table, so a killed run leaves
  nothing in the way. dbt's own relation is a view onto the new table, in the candidate schema; tests read that view. After all
  tests of the run, `publish` moves the view that people read.
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
