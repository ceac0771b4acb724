{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The release that people read now, or none before the first publication. With the view release_intent: the release that was to
  be published last.
-#}
{% macro published_release(schema, view='release_manifest') -%}
    {%- if load_relation(api.Relation.create(schema=schema, identifier=view)) is none -%}
        {{ return(none) }}
    {%- endif -%}
    {{ return(run_query('select max(release_id) from ' ~ schema ~ '.' ~ view).columns[0].values()[0]) }}
{%- endmacro %}
