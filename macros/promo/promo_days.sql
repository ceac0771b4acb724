{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The events of each day and grain, summed, with the fingerprint that the day's partition carries. Reads the CTEs `events`
  and `planned`. The fingerprint is joined to the sums: kept as the largest text of a group, it would make Spark sort all
  events. A day is written as one file (docs/adr/0009).
-#}
{% macro promo_days(keys) -%}
    select /*+ rebalance(dt) */
        {%- for key in keys %}
        summed.{{ key }},
        {%- endfor %}
        summed.send_count,
        summed.use_count,
        summed.valid_use_count,
        summed.promo_amount,
        summed.pay_amount,
        planned.partition_fingerprint,
        summed.dt

    from (
        select
            dt,
            {{ keys | join(', ') }},
            {{ promo_measures() }}

        from events

        group by dt, {{ keys | join(', ') }}
    ) as summed

    left join planned
        on summed.dt = planned.dt
{%- endmacro %}
