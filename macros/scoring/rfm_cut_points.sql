{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The worst value that earned each score, and how many customers have the score: metric, score, lowest_value, the count as
  `counted_as`, then the columns `per`, one set of cut points for each of their values. `scored` is a CTE with the metrics and
  their scores; `places` are the decimal places of money. A score that nobody has gives no row.
-#}
{% macro rfm_cut_points(scored, places, counted_as, per=[]) -%}
    {%- for metric, score in {'recency_days': 'r_score', 'frequency': 'f_score', 'monetary': 'm_score'}.items() %}
    select
        '{{ metric }}' as metric,
        {{ score }} as score,
        cast({{ 'max' if metric == 'recency_days' else 'min' }}({{ metric }}) as decimal(28, {{ places }})) as lowest_value,
        count(*) as {{ counted_as }}
        {%- for column in per %},
        {{ column }}
        {%- endfor %}

    from {{ scored }}

    group by {{ (per + [score]) | join(', ') }}
    {{- '\n\n    union all\n' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
