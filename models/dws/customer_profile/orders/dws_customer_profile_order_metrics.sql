-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 客户：同意画像，且到这一天至少有一笔已支付订单
{%- set mean_gap = rounded_ratio('datediff(last_pay_date, first_pay_date)', '(purchase_day_count - 1)') %}

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled

),

customer_days as (

    select * from {{ ref('dws_customer_profile_order_daily') }}

),

totals as (

    select
        customer_days.customer_id,
        {%- for measure in ['order_count', 'line_count', 'gross_amount', 'refund_amount'] %}
        sum(customer_days.{{ measure }}) as {{ measure }},
        sum(
            case
                when {{ is_within_days('customer_days.dt', 'dates.as_of_date', order_window_days()) }}
                    then customer_days.{{ measure }}
                else 0
            end
        ) as window_{{ measure }},
        {%- endfor %}
        count(case when customer_days.order_count > 0 then 1 end) as purchase_day_count,
        min(case when customer_days.order_count > 0 then customer_days.dt end) as first_pay_date,
        max(case when customer_days.order_count > 0 then customer_days.dt end) as last_pay_date,
        percentile(customer_days.gap_days, 0.5) as median_gap_days,
        max(
            case
                when {{ is_within_days('customer_days.dt', 'dates.as_of_date', returning_days()) }}
                    then customer_days.gap_days
            end
        ) as recent_gap_days,
        dates.as_of_date

    from customer_days

    inner join dates
        on customer_days.dt <= dates.as_of_date

    group by customer_days.customer_id, dates.as_of_date

),

-- 平均间隔不必逐段相加：首末两天之间的天数 ÷ 段数
order_metrics as (

    select
        totals.customer_id,
        totals.order_count,
        totals.line_count,
        totals.purchase_day_count,
        totals.first_pay_date,
        totals.last_pay_date,
        datediff(totals.as_of_date, totals.last_pay_date) as recency_days,
        cast(totals.gross_amount as decimal(28, 2)) as gross_amount,
        cast(totals.refund_amount as decimal(28, 2)) as refund_amount,
        cast(totals.gross_amount - totals.refund_amount as decimal(28, 2)) as net_amount,
        totals.window_order_count,
        totals.window_line_count,
        cast(totals.window_gross_amount as decimal(28, 2)) as window_gross_amount,
        cast(totals.window_refund_amount as decimal(28, 2)) as window_refund_amount,
        cast(totals.window_gross_amount - totals.window_refund_amount as decimal(28, 2)) as window_net_amount,
        totals.purchase_day_count - 1 as gap_count,
        cast({{ mean_gap }} as decimal(9, 2)) as mean_gap_days,
        cast(totals.median_gap_days as decimal(9, 1)) as median_gap_days,
        totals.recent_gap_days,
        totals.as_of_date

    from totals

    left semi join population
        on
            totals.customer_id = population.customer_id
            and totals.as_of_date = population.as_of_date

    where totals.order_count > 0

)

select * from order_metrics
