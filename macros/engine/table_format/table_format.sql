{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  All that depends on how tables kept by day are stored, in three macros per format (config file_format): replace_table,
  overwrite_days, delete_days; arrived_files is about the raw tables. Only parquet is written and tested; another format is three
  macros of its own beside it.
-#}
{% macro table_format(name) -%}
    {%- set format = config.get('file_format', 'parquet') -%}
    {%- set implementation = context.get(format ~ '__' ~ name) -%}
    {%- if implementation is none -%}
        {{ exceptions.raise_compiler_error(
            "tables kept by day cannot be stored as " ~ format ~ ": there is no macro " ~ format ~ "__" ~ name
            ~ "; set file_format to parquet"
        ) }}
    {%- endif -%}
    {{ return(implementation) }}
{%- endmacro %}
