{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The raw table of the area (see area_tables for the fields). A line has no key: copies of a row are numbered. -#}
{% macro online_retail_tables() -%}
    {{ return([{'ods': 'ods_online_retail_line'}]) }}
{%- endmacro %}
