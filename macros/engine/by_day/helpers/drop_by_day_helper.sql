{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Removes a helper table, so that nobody reads it while its table changes. dbt's cache need not know of it. -#}
{% macro drop_by_day_helper(relation, kind) -%}
    {%- do adapter.drop_relation(by_day_helper(relation, kind)) -%}
{%- endmacro %}
