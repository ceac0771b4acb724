{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Step two of staging: beside each text that has another type, its value (`…_value`), null when the form is wrong. -#}
{% macro ods_values(columns) -%}
    {%- for column in columns if column.type != 'string' %}
        {{ ods_value(column) }} as {{ column.name }}_value,
    {%- endfor %}
        *
{%- endmacro %}
