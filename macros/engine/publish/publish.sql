{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Runs after the models (on-run-end): publishes the tables that the run has built, if nothing in the run failed and every test
  of these tables ran. Otherwise readers keep the release that they have. The intent is written as soon as the manifest is
  complete; from then on, the next run can finish this publication if it is interrupted. A publication that knows of new erasures leaves
  no release from before them.
-#}
{% macro publish(results) -%}
    {%- if not execute -%}
        {{ return('') }}
    {%- endif -%}
    {%- set models = released_models() -%}
    {%- set built = {} -%}
    {%- for result in results if result.node.unique_id in models and result.status == 'success' -%}
        {%- do built.update({result.node.unique_id: models[result.node.unique_id]}) -%}
    {%- endfor -%}
    {%- if not built -%}
        {{ return('') }}
    {%- endif -%}
    {%- set schemas = release_schemas((models.values() | first).schema) -%}
    {%- set obstacle = publication_obstacle(results, built) -%}
    {%- if obstacle -%}
        {%- do log('Not published: ' ~ obstacle ~ '. ' ~ schemas.published ~ ' stays as it was.', info=true) -%}
    {%- else -%}
        {%- set manifest = api.Relation.create(schema=schemas.release, identifier='release_manifest', type='table') -%}
        {%- set query = release_manifest(schemas, built.values() | list, published_release(schemas.published)) -%}
        {%- do run_query('create table ' ~ manifest ~ ' using ' ~ (models.values() | first).config.file_format ~ ' as ' ~ query) -%}
        {%- do refuse_unerased_tables(schemas, manifest) -%}
        {%- do refuse_shrunk_tables(schemas, manifest) -%}
        {%- do point_view(
            api.Relation.create(schema=schemas.candidate, identifier='release_intent', type='view'),
            "select '" ~ release_id() ~ "' as release_id"
        ) -%}
        {%- do finish_publication(schemas) -%}
        {%- do log('Published ' ~ built | length ~ ' tables in ' ~ schemas.published ~ ': release ' ~ release_id(), info=true) -%}
    {%- endif -%}
    {%- do drop_unused_releases(schemas) -%}
    {%- do forget_older_releases(schemas) if not obstacle -%}
{%- endmacro %}
