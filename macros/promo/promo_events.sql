{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Sends and uses up to the as-of date as one stream of countable events: a send counts on its send date, a use on its pay
  date. Stacked, not joined, so that several uses of one send cannot multiply it. Reads the CTEs `sends` and `uses`; an
  incremental model gives the days that it rewrites.
-#}
{% macro promo_events(keys, rewritten=none) -%}
    select
        dt,
        {{ keys | join(', ') }},
        1 as send_count,
        promo_amount,
        0 as use_count,
        0 as valid_use_count,
        cast(0 as decimal(18, 2)) as pay_amount
    from sends
    where dt <= {{ as_of_date() }} and {{ in_days('dt', rewritten) }}

    union all

    select
        dt,
        {{ keys | join(', ') }},
        0 as send_count,
        cast(0 as decimal(10, 2)) as promo_amount,
        1 as use_count,
        cast(is_valid_use as int) as valid_use_count,
        pay_amount
    from uses
    where dt <= {{ as_of_date() }} and {{ in_days('dt', rewritten) }}
{%- endmacro %}
