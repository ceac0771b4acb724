{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Moves every published view to a release whose manifest is complete, the view of the manifest last. The next run calls this
  too when a run was killed on the way, because moving a view twice changes nothing.
-#}
{% macro finish_publication(schemas) -%}
    {%- set tables = run_query('select table_name, release_schema from ' ~ schemas.release ~ '.release_manifest order by table_name') -%}
    {%- for table_name, release_schema in tables.rows -%}
        {%- do point_view(
            api.Relation.create(schema=schemas.published, identifier=table_name, type='view'),
            'select * from ' ~ release_schema ~ '.' ~ table_name
        ) -%}
    {%- endfor -%}
    {%- do point_view(
        api.Relation.create(schema=schemas.published, identifier='release_manifest', type='view'),
        'select * from ' ~ schemas.release ~ '.release_manifest'
    ) -%}
{%- endmacro %}
