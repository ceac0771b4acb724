{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Writes a helper table; one of that name is gone by then. -#}
{% macro create_by_day_helper(helper, query) -%}
    {%- do run_query('create schema if not exists ' ~ helper.schema) -%}
    {%- do run_query(
        'create table ' ~ helper ~ ' using ' ~ config.get('file_format', 'parquet') ~ ' as ' ~ query
    ) -%}
    {%- do adapter.cache_added(helper) -%}
{%- endmacro %}
