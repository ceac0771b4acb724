{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What orders to date give the rules no_second_order and sleeping_high_value; value is the share of buyers that the M score is above. -#}
{% macro order_signals(order_metrics, levels, stages, rule_dates) -%}
    select
        order_metrics.customer_id,
        rule_dates.rule_code,
        order_metrics.purchase_day_count as base_value,
        order_metrics.recency_days as signal_value,
        order_metrics.as_of_date

    from {{ order_metrics }} as order_metrics

    inner join {{ rule_dates }} as rule_dates
        on
            rule_dates.rule_code = 'no_second_order'
            and order_metrics.as_of_date = rule_dates.as_of_date
            and order_metrics.recency_days < rule_dates.window_days

    where order_metrics.purchase_day_count = 1

    union all

    select
        levels.customer_id,
        rule_dates.rule_code,
        1 as base_value,
        cast(levels.m_score - 1 as decimal(5, 0)) / {{ rfm_bins() }} as signal_value,
        levels.as_of_date

    from {{ levels }} as levels

    inner join {{ rule_dates }} as rule_dates
        on
            rule_dates.rule_code = 'sleeping_high_value'
            and levels.as_of_date = rule_dates.as_of_date

    left semi join {{ stages }} as stages
        on
            levels.customer_id = stages.customer_id
            and levels.as_of_date = stages.as_of_date
            and stages.stage_code = 'dormant'
{%- endmacro %}
