{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a day lies in the RFM window: the last rfm_window_days calendar days, the as-of date included. -#}
{% macro in_rfm_window(day) -%}
    {{ day }} between date_sub({{ as_of_date() }}, {{ rfm_window_days() - 1 }}) and {{ as_of_date() }}
{%- endmacro %}
