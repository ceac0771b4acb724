{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Drops the release schemas that nobody needs any more. It keeps what published views show, what candidate views show (the
  newest build, which may have failed and is then worth a look), and the release before the published one, because a reader
  may be in the middle of it.
-#}
{% macro drop_unused_releases(schemas) -%}
    {%- set name = schemas.published ~ '__r[0-9]+' -%}
    {%- set used = [schemas.release] -%}
    {%- for schema in [schemas.published, schemas.candidate] -%}
        {%- for view in run_query('show table extended in ' ~ schema ~ " like '*'").rows -%}
            {%- do used.extend(modules.re.findall(name, view['information'])) -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- if published_release(schemas.published) -%}
        {%- set previous = run_query(
            'select max(previous_release_id) from ' ~ schemas.published ~ '.release_manifest'
        ).columns[0].values()[0] -%}
        {%- set manifest = api.Relation.create(
            schema=release_schemas(schemas.candidate, previous).release, identifier='release_manifest'
        ) -%}
        {%- if previous and load_relation(manifest) is not none -%}
            {%- do used.append(manifest.schema) -%}
            {%- do used.extend(run_query('select distinct release_schema from ' ~ manifest).columns[0].values()) -%}
        {%- endif -%}
    {%- endif -%}
    {%- for schema in release_schemas_there(schemas.published) if schema not in used -%}
        {%- do run_query('drop schema if exists ' ~ schema ~ ' cascade') -%}
    {%- endfor -%}
{%- endmacro %}
