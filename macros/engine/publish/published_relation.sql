{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The published table of a candidate relation. Says so where a newer build was not published: one of this table, or the newest that
  was to write ADS tables at all, which is known by its release schema from its start. Stops with a sentence where the table never
  was published.
-#}
{% macro published_relation(candidate) -%}
    {%- set schemas = release_schemas(candidate.schema) -%}
    {%- set published = candidate.incorporate(path={'schema': schemas.published}) -%}
    {%- set shown = release_shown_by(published, schemas) -%}
    {%- set newer = [release_shown_by(candidate, schemas)] -%}
    {%- set started = release_schemas_there(schemas.published) | last -%}
    {%- if started and started != release_schemas(schemas.candidate, published_release(schemas.published)).release -%}
        {%- do newer.append(started) -%}
    {%- endif -%}
    {%- set newer = newer | max -%}
    {%- set why = ': what it wrote is in ' ~ schemas.candidate ~ ', and why is in logs/dbt.log' -%}
    {%- if newer and not shown -%}
        {{ exceptions.raise_compiler_error(
            published ~ ' was never published, and the newest build (' ~ newer ~ ') did not do it' ~ why ~ '; mend that, then make build'
        ) }}
    {%- elif newer > shown -%}
        {%- do log(published ~ ' shows ' ~ shown ~ '. A newer build (' ~ newer ~ ') was not published' ~ why, info=true) -%}
    {%- endif -%}
    {{ return(published) }}
{%- endmacro %}
