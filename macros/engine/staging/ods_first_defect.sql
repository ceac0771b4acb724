{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Step three of staging: the first thing that is wrong with a row, in column order; null when it is sound. -#}
{% macro ods_first_defect(columns) -%}
    coalesce(
            {%- for column in columns if column.required or column.type != 'string' %}
            {{ ods_defect(column) }}{{ ',' if not loop.last }}
            {%- endfor %}
        )
{%- endmacro %}
