{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Builds a table anew, partitioned by day. Parquet tables cannot be replaced in one step: the old one is dropped first. -#}
{% macro parquet__replace_table(relation, query) -%}
    {%- set existing = load_relation(relation) -%}
    {%- if existing is not none -%}
        {%- do adapter.drop_relation(existing) -%}
    {%- endif -%}
    {%- call statement('main') -%}
        create table {{ relation }}
        using parquet
        partitioned by (dt)
        as
        {{ query }}
    {%- endcall -%}
{%- endmacro %}
