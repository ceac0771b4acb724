{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What happened on each day up to the as-of date, summed by some keys of sends and uses. A send counts on its send date, a use
  on its pay date. The two are stacked, not joined, so that several uses of one send cannot multiply it. Each day is written as
  one file (rebalance). `values` gives a key another value than the column of its name; `where` leaves sends and uses out.
-#}
{% macro promo_daily(keys, sends, uses, values={}, where='true') -%}
    select /*+ rebalance(dt) */
        {{ keys | join(', ') }},
        {{ promo_measures() }},
        dt

    from (
        select
            dt,
            {%- for key in keys %}
            {{ values.get(key, key) }} as {{ key }},
            {%- endfor %}
            1 as send_count,
            promo_amount,
            0 as use_count,
            0 as valid_use_count,
            cast(0 as decimal(18, 2)) as pay_amount
        from {{ sends }}
        where dt <= {{ as_of_date() }} and {{ where }} and {{ changed_days('dt') }}

        union all

        select
            dt,
            {%- for key in keys %}
            {{ values.get(key, key) }} as {{ key }},
            {%- endfor %}
            0 as send_count,
            cast(0 as decimal(10, 2)) as promo_amount,
            1 as use_count,
            cast(is_valid_use as int) as valid_use_count,
            pay_amount
        from {{ uses }}
        where dt <= {{ as_of_date() }} and {{ where }} and {{ changed_days('dt') }}
    ) as events

    group by dt, {{ keys | join(', ') }}
{%- endmacro %}
