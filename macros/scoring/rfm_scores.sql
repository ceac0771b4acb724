{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The three scores of a customer, from oriented values (rfm_oriented) and a row of bounds r_2 … m_5. -#}
{% macro rfm_scores(customers, bounds, comparison) -%}
    {%- for metric in ['r', 'f', 'm'] %}
    {{ rfm_score(customers ~ '.' ~ metric ~ '_value', rfm_bound_columns(metric, bounds), comparison) }} as {{ metric }}_score
    {{- ',' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
