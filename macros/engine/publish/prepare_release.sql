{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Runs before the models (on-run-start): finishes a publication that a killed run has begun, and creates the schemas of this
  run's release.
-#}
{% macro prepare_release() -%}
    {%- if not execute or flags.WHICH not in ['build', 'run'] -%}
        {{ return('') }}
    {%- endif -%}
    {%- set models = released_models() -%}
    {%- if not models -%}
        {{ return('') }}
    {%- endif -%}
    {%- set candidate = (models.values() | first).schema -%}
    {%- set schemas = release_schemas(candidate) -%}
    {%- do run_query('create schema if not exists ' ~ schemas.published) -%}
    {%- do run_query('create schema if not exists ' ~ schemas.candidate) -%}

    {%- set intended = published_release(schemas.candidate, 'release_intent') -%}
    {%- if intended and intended != published_release(schemas.published) -%}
        {%- do log('Finishing the publication of release ' ~ intended ~ ', which was interrupted', info=true) -%}
        {%- do finish_publication(release_schemas(candidate, intended)) -%}
    {%- endif -%}

    {%- for unique_id in selected_resources if unique_id in models -%}
        {%- if loop.first -%}
            {%- do run_query('create schema if not exists ' ~ schemas.release) -%}
        {%- endif -%}
    {%- endfor -%}
{%- endmacro %}
