{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The day of rows that belong to no day (no readable time, or a table without one): before any time that is accepted. -#}
{% macro no_date() -%}
    date '1900-01-01'
{%- endmacro %}
