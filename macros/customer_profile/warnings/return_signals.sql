{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What lines and refunds give the rule repeat_returns: returned lines, each once, and their share of those bought in the same days. -#}
{% macro return_signals(lines, refunds, rule_dates) -%}
    select
        moves.customer_id,
        rule_dates.rule_code,
        size(collect_set(moves.returned_line)) as base_value,
        cast(size(collect_set(moves.returned_line)) as decimal(12, 0)) / greatest(count(moves.bought_line), 1) as signal_value,
        rule_dates.as_of_date

    from (
        select
            customer_id,
            source_transaction_id as bought_line,
            null as returned_line,
            transaction_date as move_date
        from {{ lines }}

        union all

        select
            customer_id,
            null as bought_line,
            order_item_id as returned_line,
            refund_date as move_date
        from {{ refunds }}
    ) as moves

    inner join {{ rule_dates }} as rule_dates
        on
            rule_dates.rule_code = 'repeat_returns'
            and {{ is_within_days('moves.move_date', 'rule_dates.as_of_date', 'rule_dates.window_days') }}

    group by moves.customer_id, rule_dates.rule_code, rule_dates.as_of_date
{%- endmacro %}
