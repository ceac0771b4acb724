{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- One row, r_2 … m_5: the `value` of each metric (r, f, m) and score in `bounds`. -#}
{% macro rfm_side_by_side(bounds, value) -%}
    select
        {%- for metric in ['r', 'f', 'm'] %}
        {%- set is_last_metric = loop.last %}
        {%- for score in range(2, rfm_bins() + 1) %}
        max(case when metric = '{{ metric }}' and score = {{ score }} then {{ value }} end) as {{ metric }}_{{ score }}
        {{- ',' if not (loop.last and is_last_metric) }}
        {%- endfor %}
        {%- endfor %}

    from {{ bounds }}
{%- endmacro %}
