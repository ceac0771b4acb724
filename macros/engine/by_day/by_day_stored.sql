{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The table as an earlier run left it; none where this run builds it in full: it is missing, --full-refresh is given, or its
  columns are not those of the query.
-#}
{% macro by_day_stored(columns) -%}
    {%- set stored = load_relation(this) -%}
    {%- if stored is none or should_full_refresh() or not stored.is_table -%}
        {{ return(none) }}
    {%- endif -%}
    {%- set wanted = {'partition_fingerprint': 'string'} -%}
    {%- for column in columns -%}
        {%- do wanted.update({column.name: column.type}) -%}
    {%- endfor -%}
    {%- set found = {} -%}
    {%- for column in adapter.get_columns_in_relation(stored) -%}
        {%- do found.update({column.name: column.dtype}) -%}
    {%- endfor -%}
    {{ return(stored if found == wanted else none) }}
{%- endmacro %}
