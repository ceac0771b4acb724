{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What two dates give the rules level_dropped and activity_halved. A date is compared with the last stored one that is at least the rule's
  window before it; one of more than twice the window says nothing about now. The index is the frozen one, and only where both dates
  have the same caps.
-#}
{% macro change_signals(levels, activity, profile_dates, rule_dates) -%}
    with

    compared_dates as (

        select
            rule_dates.rule_code,
            rule_dates.as_of_date,
            max(profile_dates.as_of_date) as earlier_date

        from {{ rule_dates }} as rule_dates

        inner join {{ profile_dates }} as profile_dates
            on
                profile_dates.as_of_date <= date_sub(rule_dates.as_of_date, rule_dates.window_days)
                and profile_dates.as_of_date >= date_sub(rule_dates.as_of_date, 2 * rule_dates.window_days)

        where rule_dates.rule_code in ('level_dropped', 'activity_halved')

        group by rule_dates.rule_code, rule_dates.as_of_date

    )

    select
        later.customer_id,
        compared_dates.rule_code,
        {{ level_band('earlier.order_rfm_level') }} as base_value,
        {{ level_band('earlier.order_rfm_level') }} - {{ level_band('later.order_rfm_level') }} as signal_value,
        later.as_of_date

    from {{ levels }} as later

    inner join compared_dates
        on
            compared_dates.rule_code = 'level_dropped'
            and later.as_of_date = compared_dates.as_of_date

    inner join {{ levels }} as earlier
        on
            later.customer_id = earlier.customer_id
            and compared_dates.earlier_date = earlier.as_of_date

    union all

    select
        later.customer_id,
        compared_dates.rule_code,
        earlier.activity_index_frozen as base_value,
        later.activity_index_frozen / nullif(earlier.activity_index_frozen, 0) as signal_value,
        later.as_of_date

    from {{ activity }} as later

    inner join compared_dates
        on
            compared_dates.rule_code = 'activity_halved'
            and later.as_of_date = compared_dates.as_of_date

    inner join {{ activity }} as earlier
        on
            later.customer_id = earlier.customer_id
            and compared_dates.earlier_date = earlier.as_of_date
            and later.frozen_since = earlier.frozen_since
{%- endmacro %}
