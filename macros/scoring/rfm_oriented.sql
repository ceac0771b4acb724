{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The three metrics as decimals of which larger is better: few days since the last purchase are good. -#}
{% macro rfm_oriented() -%}
    -{{ rfm_exact('recency_days') }} as r_value,
        {{ rfm_exact('frequency') }} as f_value,
        {{ rfm_exact('monetary') }} as m_value
{%- endmacro %}
