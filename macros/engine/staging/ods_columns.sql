{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The columns of a raw table, read from _sources.yml, the one home of their names and types. Each is a dict of
    name      in staging
    source    in ODS
    type      string, int, decimal(p,s) or timestamp
    key       part of the primary key
    required  must have a value; a key must, unless it may be empty (nullable)
    signed    may be negative
    verbatim  keeps its outer blanks
    private   names a person
  The last five are `meta` of the column there. While dbt only parses the project there are no sources yet: no columns.
-#}
{% macro ods_columns(table) -%}
    {%- set columns = [] -%}
    {%- for source in (graph.sources.values() if execute else []) if source.name == table.ods -%}
        {%- for column in source.columns.values() -%}
            {%- set meta = column.meta or {} -%}
            {%- set name = meta.get('staging_name', column.name) -%}
            {%- set is_key = name in table.key -%}
            {%- do columns.append({
                'name': name, 'source': column.name, 'type': column.data_type, 'key': is_key,
                'required': meta.get('required', is_key and not meta.get('nullable')),
                'signed': meta.get('signed', false), 'verbatim': meta.get('verbatim', false),
                'private': meta.get('private', false),
            }) -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- if execute and not columns -%}
        {{ exceptions.raise_compiler_error(
            'the columns of ' ~ table.ods ~ ' are not known; describe the table in the _sources.yml of its area'
        ) }}
    {%- endif -%}
    {{ return(columns) }}
{%- endmacro %}
