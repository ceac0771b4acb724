{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A value of a staged row; null where the row names somebody who asked to be erased (is_erased_row). -#}
{% macro unless_erased(table, value) -%}
    {{ 'case when not (' ~ is_erased_row(table) ~ ') then ' ~ value ~ ' end' if erasable_columns(table) else value }}
{%- endmacro %}
