{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- One defect: its reason, the offending column and the value as it came. -#}
{% macro ods_defect_struct(reason, column) -%}
    named_struct('reason', '{{ reason }}', 'column_name', '{{ column.name }}', 'column_value', raw.{{ column.source }})
{%- endmacro %}
