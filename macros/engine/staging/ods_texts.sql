{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Step one of staging: every raw column as text, trimmed under its staging name and untouched in the struct `raw`. -#}
{% macro ods_texts(columns) -%}
    {%- for column in columns %}
        {{ ods_text(column) }} as {{ column.name }},
    {%- endfor %}
        named_struct(
            {%- for column in columns %}
            '{{ column.source }}', cast({{ column.source }} as string){{ ',' if not loop.last }}
            {%- endfor %}
        ) as raw
{%- endmacro %}
