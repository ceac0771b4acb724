{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What the rejected rows of an area are made from: staging of its facts, and the facts that say themselves which rows they kept. -#}
{% macro by_day_rejects(area) -%}
    {%- set tables = area_tables(area) | selectattr('key') | list -%}
    {%- set kept = {} -%}
    {%- for table in tables if table.parent -%}
        {%- do kept.update({'kept_' ~ loop.index: table.dwd}) -%}
    {%- endfor -%}
    {{ return({
        'rows': tables | selectattr('is_fact') | map(attribute='staging') | list,
        'days_of': kept,
        'undated': true,
    }) }}
{%- endmacro %}
