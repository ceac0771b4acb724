{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- How many of a month's largest lines are listed (var online_retail_super_order_lines). -#}
{% macro online_retail_super_order_lines() -%}
    {{ return(whole_number_setting('online_retail_super_order_lines', 1, 99999)) }}
{%- endmacro %}
