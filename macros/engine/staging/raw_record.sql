{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The raw row as it came, as a struct; what is hashed is kept as the warehouse keeps it. -#}
{% macro raw_record(columns) -%}
    {%- if hashed_columns(columns) -%}
        named_struct(
            {%- for column in columns %}
            {%- set value = 'raw.' ~ column.source %}
            '{{ column.source }}', {{ kept_value(column, value) }}{{ ',' if not loop.last }}
            {%- endfor %}
        )
    {%- else -%}
        raw
    {%- endif -%}
{%- endmacro %}
