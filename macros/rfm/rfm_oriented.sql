{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The three metrics as decimals of which larger is better: few days since the last redemption are good. -#}
{% macro rfm_oriented() -%}
    cast(-recency_days as decimal(28, 2)) as r_value,
        cast(frequency as decimal(28, 2)) as f_value,
        cast(monetary as decimal(28, 2)) as m_value
{%- endmacro %}
