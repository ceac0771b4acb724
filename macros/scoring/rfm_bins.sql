{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- How many scores there are, 1 to this number (var rfm_bins). -#}
{% macro rfm_bins() -%}
    {{ return(whole_number_setting('rfm_bins', 2, 9)) }}
{%- endmacro %}
