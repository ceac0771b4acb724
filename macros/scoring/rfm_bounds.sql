{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Cut points side by side, oriented so that larger is better: one row, r_2 … m_5, for rfm_score with '>='. A score that
  nobody has needs no cut point: its bound is that of the next higher score. `cut_points` is anything to select from
  with metric, score, lowest_value; with `each`, a column, it has those of several scorings, and there is a row of each.
-#}
{% macro rfm_bounds(cut_points, each=none) -%}
    select
        {%- if each %}
        {{ each }},
        {%- endif %}
        {%- for metric, name in {'r': 'recency_days', 'f': 'frequency', 'm': 'monetary'}.items() %}
        {%- set is_last_metric = loop.last %}
        {%- for score in range(2, rfm_bins() + 1) %}
        min(
            case
                when metric = '{{ name }}' and score >= {{ score }}
                    then {{ '-' if metric == 'r' }}lowest_value
            end
        ) as {{ metric }}_{{ score }}
        {{- ',' if not (loop.last and is_last_metric) }}
        {%- endfor %}
        {%- endfor %}

    from {{ cut_points }}
    {%- if each %}

    group by {{ each }}
    {%- endif %}
{%- endmacro %}
