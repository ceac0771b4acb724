{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The published table of a candidate relation. Says so where the newest build that was to write ADS tables was not published, and
  stops with a sentence where none ever was. It finds that build by its release schema, which is there from its start.
-#}
{% macro published_relation(candidate) -%}
    {%- set schemas = release_schemas(candidate.schema) -%}
    {%- set published = candidate.incorporate(path={'schema': schemas.published}) -%}
    {%- set releases = release_schemas_there(schemas.published) -%}
    {%- set newest = (releases | last | default('', true)).removeprefix(schemas.published ~ '__') -%}
    {%- set read = published_release(schemas.published) -%}
    {%- set elsewhere = ' what it wrote is in ' ~ schemas.candidate ~ ', and why is in logs/dbt.log' -%}
    {%- if newest and load_relation(published) is none -%}
        {{ exceptions.raise_compiler_error(
            published ~ ' was never published, and the newest build (' ~ newest ~ ') did not do it:' ~ elsewhere
            ~ '. Mend that, then make build'
        ) }}
    {%- elif read and newest > read -%}
        {%- do log(
            schemas.published ~ ' shows release ' ~ read ~ '. A newer build (' ~ newest ~ ') was not published:' ~ elsewhere,
            info=true
        ) -%}
    {%- endif -%}
    {{ return(published) }}
{%- endmacro %}
