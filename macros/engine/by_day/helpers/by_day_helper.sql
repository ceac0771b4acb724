{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Where the engine keeps what it knows of a table kept by day: a table of its own beside it, in the schema …_by_day. -#}
{% macro by_day_helper(relation, kind) -%}
    {{ return(api.Relation.create(
        schema=relation.schema ~ '_by_day', identifier=relation.identifier ~ '__' ~ kind, type='table'
    )) }}
{%- endmacro %}
