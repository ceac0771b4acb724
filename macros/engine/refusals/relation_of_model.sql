{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Where a model of this project is, by its name, for hooks: dbt lets a hook refer to nothing. With --defer it may be where another build
  left it, by dbt's own rule for `ref`.
-#}
{% macro relation_of_model(name) -%}
    {%- set node = graph.nodes['model.' ~ project_name ~ '.' ~ name] -%}
    {%- set relation = api.Relation.create(schema=node.schema, identifier=node.alias) -%}
    {%- set deferred = node.defer_relation -%}
    {%- if deferred and (flags.FAVOR_STATE and node.unique_id not in selected_resources or not load_relation(relation)) -%}
        {{ return(api.Relation.create(schema=deferred.schema, identifier=deferred.alias)) }}
    {%- endif -%}
    {{ return(relation) }}
{%- endmacro %}
