{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The raw row as it came, as a struct; what names a person is kept as the warehouse keeps it. -#}
{% macro raw_record(columns) -%}
    {%- if hashes_private_values() and columns | selectattr('private') | list -%}
        named_struct(
            {%- for column in columns %}
            {%- set value = 'raw.' ~ column.source %}
            '{{ column.source }}', {{ private_value(value) if column.private else value }}{{ ',' if not loop.last }}
            {%- endfor %}
        )
    {%- else -%}
        raw
    {%- endif -%}
{%- endmacro %}
