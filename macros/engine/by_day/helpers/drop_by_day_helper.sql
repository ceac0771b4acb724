{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Removes a helper table, so that nobody reads it while its table changes. -#}
{% macro drop_by_day_helper(relation, kind) -%}
    {%- set helper = load_relation(by_day_helper(relation, kind)) -%}
    {%- if helper is not none -%}
        {%- do adapter.drop_relation(helper) -%}
    {%- endif -%}
{%- endmacro %}
