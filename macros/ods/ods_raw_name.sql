{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The name that a staging column has in ODS: its own, unless the raw table spells it differently (InvoiceNo). -#}
{% macro ods_raw_name(column) -%}
    {{ column.source or column.name }}
{%- endmacro %}
