{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What carts give the rule carts_abandoned: products that lay in a cart of the last days for long enough (customer_profile_cart_recovery_hours)
  and were not ordered since, whatever came of the order.
-#}
{% macro cart_signals(behaviors, ordered_lines, rule_dates) -%}
    select
        customer_id,
        rule_code,
        count(*) as base_value,
        count_if(cart_time > coalesce(order_time, timestamp '1900-01-01 00:00:00')) as signal_value,
        as_of_date

    from (
        select
            steps.customer_id,
            rule_dates.rule_code,
            steps.product_id,
            max(
                case
                    when
                        steps.is_cart
                        and {{ minutes_by_end_of('rule_dates.as_of_date', 'steps.step_time') }}
                        >= 60 * {{ whole_number_setting('customer_profile_cart_recovery_hours', 1, 9999) }}
                        then steps.step_time
                end
            ) as cart_time,
            max(case when not steps.is_cart then steps.step_time end) as order_time,
            rule_dates.as_of_date

        from (
            select customer_id, product_id, true as is_cart, event_timestamp as step_time, event_date as step_date
            from {{ behaviors }}
            where event_type = 'add_to_cart' and product_id is not null and not is_bot

            union all

            select customer_id, product_id, false as is_cart, order_time as step_time, order_date as step_date
            from {{ ordered_lines }}
        ) as steps

        inner join {{ rule_dates }} as rule_dates
            on
                rule_dates.rule_code = 'carts_abandoned'
                and {{ is_within_days('steps.step_date', 'rule_dates.as_of_date', 'rule_dates.window_days') }}

        where steps.customer_id is not null

        group by steps.customer_id, rule_dates.rule_code, steps.product_id, rule_dates.as_of_date
    ) as products

    group by customer_id, rule_code, as_of_date
{%- endmacro %}
