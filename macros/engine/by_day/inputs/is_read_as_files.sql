{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether Spark reads a table as files that it can name: not a view, and not a format that keeps its files to itself. An optional raw table that is missing has none. -#}
{% macro is_read_as_files(relation) -%}
    {%- if load_relation(relation) is none -%}
        {{ return(false) }}
    {%- endif -%}
    {%- for row in run_query('describe table extended ' ~ relation) if row[0] == 'Provider' -%}
        {{ return(row[1] | lower in arrived_files().providers) }}
    {%- endfor -%}
    {{ return(false) }}
{%- endmacro %}
