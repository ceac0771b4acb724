{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The model that has the rejected rows of a raw table: the reject table of its area, or, of a table without a key, its own. -#}
{% macro rejects_model(table) -%}
    {{ return('dwd_' ~ table.area ~ '_reject' if table.key else table.dwd) }}
{%- endmacro %}
