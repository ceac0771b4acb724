{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Stops the run when an ODS table, or a column that staging reads from it, is not there. -#}
{% macro ods_assert_columns(relation, table, columns) -%}
    {%- set found = load_relation(relation) -%}
    {%- if found is none -%}
        {{ exceptions.raise_compiler_error(
            "ODS table " ~ table ~ " is missing: " ~ relation ~ " does not exist; load it (make load) or point ods_schema at it"
        ) }}
    {%- endif -%}
    {%- set present = adapter.get_columns_in_relation(found) | map(attribute='name') | map('lower') | list -%}
    {%- set missing = [] -%}
    {%- for column in columns if column.source | lower not in present and not column.optional -%}
        {%- do missing.append(column.source) -%}
    {%- endfor -%}
    {%- if missing -%}
        {{ exceptions.raise_compiler_error(
            "ODS table " ~ table ~ " lacks column " ~ missing | join(', ') ~ ": add it to " ~ relation
            ~ " (an empty column will do where the values are not known)"
        ) }}
    {%- endif -%}
{%- endmacro %}
