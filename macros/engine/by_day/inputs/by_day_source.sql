{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The raw table of a staging model that is kept by day: its only parent. -#}
{% macro by_day_source() -%}
    {%- set parent = (model.depends_on.nodes | first).split('.') -%}
    {{ return(source(parent[-2], parent[-1]) if parent[0] == 'source' else ref(parent[-1])) }}
{%- endmacro %}
