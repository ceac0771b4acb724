{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The three scores side by side, for example 515: 5-1-1 and 1-1-5 have the same total and not the same customer. -#}
{% macro rfm_code(r_score, f_score, m_score) -%}
    concat({{ r_score }}, {{ f_score }}, {{ m_score }})
{%- endmacro %}
