{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Lets a view show a query. `alter view` is one step in the metastore, so that no reader ever misses the view;
  `create or replace view` drops it for a moment.
-#}
{% macro point_view(view, query) -%}
    {%- set existing = load_relation(view) -%}
    {%- if existing is not none and not existing.is_view -%}
        {#- a table of the versions before releases: gone once, then never again -#}
        {%- do adapter.drop_relation(existing) -%}
        {%- set existing = none -%}
    {%- endif -%}
    {%- if existing is none -%}
        {%- do run_query('create view ' ~ view ~ ' as ' ~ query) -%}
        {%- do adapter.cache_added(view) -%}
    {%- else -%}
        {%- do run_query('alter view ' ~ view ~ ' as ' ~ query) -%}
    {%- endif -%}
{%- endmacro %}
