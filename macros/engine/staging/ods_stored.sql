{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A raw table of the company's as it stands in ods_schema, none where it does not. By its name, because in a unit test the source is
  rows of the test's own.
-#}
{% macro ods_stored(table) -%}
    {{ return(load_relation(api.Relation.create(schema=var('ods_schema'), identifier=table.ods))) }}
{%- endmacro %}
