{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  After a publication: what is left of releases that did not know of all erasures goes, also the release before, in which somebody may be
  reading. Of a schema that the published release still shows (tables that the run did not build) the other tables go. A build that did not
  come as far as a manifest knew at least what the release before it knew, and is taken to know no more.
-#}
{% macro forget_older_releases(schemas) -%}
    {%- set shown, knows = {}, [] -%}
    {%- for table_name, release_schema, erasures in run_query(
        'select table_name, release_schema, erasures from ' ~ schemas.published ~ '.release_manifest'
    ).rows -%}
        {%- do shown.setdefault(release_schema, ['release_manifest']).append(table_name) -%}
        {%- do knows.append(erasures) if erasures is not none -%}
    {%- endfor -%}
    {%- set before = ['unknown'] -%}
    {%- set forgotten = [] -%}
    {%- for schema in release_schemas_there(schemas.published) if knows and schema != schemas.release -%}
        {%- set tables = run_query('show tables in ' ~ schema).rows | rejectattr('isTemporary') | map(attribute='tableName') | list -%}
        {%- set known = erasures_of_release(schema) if 'release_manifest' in tables else before[-1] -%}
        {%- do before.append(known) if known is not none -%}
        {%- if known not in [none, knows[0]] -%}
            {%- for table in tables if table not in shown.get(schema, []) -%}
                {%- do forgotten.append(schema ~ '.' ~ table) -%}
                {%- do run_query('drop table if exists ' ~ schema ~ '.' ~ table) -%}
            {%- endfor -%}
            {%- do run_query('drop schema if exists ' ~ schema ~ ' cascade') if schema not in shown -%}
        {%- endif -%}
    {%- endfor -%}
    {%- do drop_views_of(forgotten, schemas) if forgotten -%}
{%- endmacro %}
