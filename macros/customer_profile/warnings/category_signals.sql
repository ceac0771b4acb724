{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What lines give the rule category_quiet: of the window before the quiet days the category that was bought on most days (then for most money,
  then by id), and how long it has been quiet. A customer who bought nothing at all in the quiet days is another rule's.
-#}
{% macro category_signals(lines, products, rule_dates) -%}
    select
        customer_id,
        rule_code,
        max(struct(day_count, amount, category_id, last_date)).day_count as base_value,
        datediff(as_of_date, max(struct(day_count, amount, category_id, last_date)).last_date) as signal_value,
        as_of_date

    from (
        select
            lines.customer_id,
            rule_dates.rule_code,
            products.category_id,
            size(collect_set(case when lines.transaction_date <= rule_dates.quiet_from then lines.transaction_date end))
                as day_count,
            coalesce(sum(case when lines.transaction_date <= rule_dates.quiet_from then lines.amount end), 0) as amount,
            count_if(lines.transaction_date > rule_dates.quiet_from) as recent_count,
            max(lines.transaction_date) as last_date,
            rule_dates.as_of_date

        from {{ lines }} as lines

        inner join {{ products }} as products
            on lines.product_id = products.product_id

        inner join (
            select
                *,
                date_sub(as_of_date, cast(threshold as int)) as quiet_from
            from {{ rule_dates }}
            where rule_code = 'category_quiet'
        ) as rule_dates
            on
                lines.transaction_date > date_sub(rule_dates.quiet_from, rule_dates.window_days)
                and lines.transaction_date <= rule_dates.as_of_date

        where products.category_id is not null

        group by lines.customer_id, rule_dates.rule_code, products.category_id, rule_dates.as_of_date
    ) as categories

    group by customer_id, rule_code, as_of_date

    having sum(recent_count) > 0
{%- endmacro %}
