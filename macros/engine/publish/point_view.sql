{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Makes a view show a query. It uses `alter view`, which is one step in the metastore, so a reader always finds the view;
  `create or replace view` drops it for a moment.
-#}
{% macro point_view(view, query) -%}
    {%- set existing = load_relation(view) -%}
    {%- if existing is not none and not existing.is_view -%}
        {#- before there were releases, ADS models were tables of this name: drop such a table once -#}
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
