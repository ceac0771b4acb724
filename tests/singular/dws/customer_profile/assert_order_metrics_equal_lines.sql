-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 订单指标的第二条路：不经过客户日汇总，金额直接从交易与退款明细算，间隔从排好序的购买日数组算
{%- set first_day = "date_sub(" ~ as_of_date() ~ ", " ~ (order_window_days() - 1) ~ ")" %}

with

stored as (

    select * from {{ ref('dws_customer_profile_order_metrics') }}
    where as_of_date = {{ as_of_date() }}

),

lines as (

    select
        customer_id,
        count(*) as line_count,
        sum(gross_amount) as gross_amount,
        sum(case when transaction_date >= {{ first_day }} then gross_amount else 0 end) as window_gross_amount

    from {{ ref('dwd_transaction_fact') }}

    where transaction_date <= {{ as_of_date() }}

    group by customer_id

),

refunds as (

    select
        refunds.customer_id,
        sum(refunds.refund_amount) as refund_amount,
        sum(case when refunds.refund_date >= {{ first_day }} then refunds.refund_amount else 0 end)
            as window_refund_amount

    from {{ ref('dwd_refund') }} as refunds

    -- 退款的明细在交易事实里 = 它的订单已支付
    inner join {{ ref('dwd_transaction_fact') }} as paid_lines
        on refunds.order_item_id = paid_lines.source_transaction_id

    where refunds.refund_date <= {{ as_of_date() }}

    group by refunds.customer_id

),

orders as (

    select
        customer_id,
        count(*) as order_count,
        sort_array(collect_set(pay_date)) as pay_dates

    from {{ ref('dwd_order') }}

    where customer_id is not null and pay_date <= {{ as_of_date() }}

    group by customer_id

),

gaps as (

    select
        customer_id,
        order_count,
        pay_dates,
        sort_array(transform(
            slice(pay_dates, 2, size(pay_dates)),
            (pay_date, place) -> datediff(pay_date, pay_dates[place])
        )) as gap_days

    from orders

),

recomputed as (

    select
        gaps.customer_id,
        gaps.order_count,
        datediff({{ as_of_date() }}, array_max(gaps.pay_dates)) as recency_days,
        coalesce(lines.line_count, 0) as line_count,
        coalesce(lines.gross_amount, 0) - coalesce(refunds.refund_amount, 0) as net_amount,
        coalesce(lines.window_gross_amount, 0) - coalesce(refunds.window_refund_amount, 0) as window_net_amount,
        case
            when size(gaps.gap_days) > 0
                then (gaps.gap_days[(size(gaps.gap_days) - 1) div 2] + gaps.gap_days[size(gaps.gap_days) div 2]) / 2
        end as median_gap_days

    from gaps

    left join lines
        on gaps.customer_id = lines.customer_id

    left join refunds
        on gaps.customer_id = refunds.customer_id

    left semi join {{ ref('dws_customer_profile_population') }} as population
        on
            gaps.customer_id = population.customer_id
            and population.is_profiled
            and population.as_of_date = {{ as_of_date() }}

)

select
    coalesce(stored.customer_id, recomputed.customer_id) as customer_id,
    stored.net_amount as stored_net_amount,
    recomputed.net_amount,
    stored.median_gap_days as stored_median_gap_days,
    recomputed.median_gap_days

from stored

full outer join recomputed
    on stored.customer_id = recomputed.customer_id

where
    not stored.order_count <=> recomputed.order_count
    or not stored.recency_days <=> recomputed.recency_days
    or not stored.line_count <=> recomputed.line_count
    or not stored.net_amount <=> recomputed.net_amount
    or not stored.window_net_amount <=> recomputed.window_net_amount
    or not stored.median_gap_days <=> recomputed.median_gap_days
