{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Which list of erasures the tables in a release schema know, by its manifest (erasure_fingerprint): none where they have no customers,
  `unknown` where it is from before manifests said so.
-#}
{% macro erasures_of_release(schema) -%}
    {%- set manifest = api.Relation.create(schema=schema, identifier='release_manifest') -%}
    {%- if 'erasures' not in adapter.get_columns_in_relation(manifest) | map(attribute='name') -%}
        {{ return('unknown') }}
    {%- endif -%}
    {{ return(run_query(
        'select max(erasures) from ' ~ manifest ~ " where release_schema = '" ~ schema ~ "'"
    ).columns[0].values()[0]) }}
{%- endmacro %}
