{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Where the rows of a dated table are kept while its dates are built anew: a table beside it, dropped when the ledger has compared them. -#}
{% macro kept_rows(stored) -%}
    {{ return(api.Relation.create(schema=stored.schema, identifier=stored.identifier ~ '__kept', type='table')) }}
{%- endmacro %}
