{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Days of the RFM window, the as-of date included (var rfm_window_days). -#}
{% macro rfm_window_days() -%}
    {{ return(whole_number_setting('rfm_window_days', 1, 99999)) }}
{%- endmacro %}
