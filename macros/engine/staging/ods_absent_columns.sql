{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The optional columns that a raw table does not have; none where it is not there either. The sample has all. -#}
{% macro ods_absent_columns(table, columns) -%}
    {%- set optional = columns | selectattr('optional') | list -%}
    {%- set stored = ods_stored(table) if execute and optional and var(table.area ~ '_ods') == 'source' -%}
    {%- if not stored -%}
        {{ return([]) }}
    {%- endif -%}
    {%- set present = adapter.get_columns_in_relation(stored) | map(attribute='name') | map('lower') | list -%}
    {%- set absent = [] -%}
    {%- for column in optional if column.source | lower not in present -%}
        {%- do absent.append(column) -%}
    {%- endfor -%}
    {{ return(absent) }}
{%- endmacro %}
