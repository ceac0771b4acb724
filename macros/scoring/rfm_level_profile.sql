{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Every level once, whether anybody has it or not: how many customers, as `counted_as`, their share of all in percent as
  `share_as`, the medians of R and F, and `measures`, a dict of column name to aggregate, null where nobody has the level.
  `levels` is a CTE with user_level, `scored` one with user_level and the metrics.
-#}
{% macro rfm_level_profile(levels, scored, counted_as, share_as, measures) -%}
    select
        levels.user_level,
        coalesce(counted.{{ counted_as }}, 0) as {{ counted_as }},
        cast(
            {{ rounded_ratio('100 * coalesce(counted.' ~ counted_as ~ ', 0)', 'population.' ~ counted_as) }}
            as decimal(5, 2)
        ) as {{ share_as }},
        counted.median_recency_days,
        counted.median_frequency
        {%- for measure in measures %},
        counted.{{ measure }}
        {%- endfor %}

    from {{ levels }} as levels

    cross join (select count(*) as {{ counted_as }} from {{ scored }}) as population

    left join (
        select
            user_level,
            count(*) as {{ counted_as }},
            percentile(recency_days, 0.5) as median_recency_days,
            percentile(frequency, 0.5) as median_frequency
            {%- for measure, aggregate in measures.items() %},
            {{ aggregate }} as {{ measure }}
            {%- endfor %}
        from {{ scored }}
        group by user_level
    ) as counted
        on levels.user_level = counted.user_level
{%- endmacro %}
