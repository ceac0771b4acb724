-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 各月之和 = 全部：金额与件数从 dwd_online_retail_line 一次加总，net = 分析行 + 已知客户的取消

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}
    where is_analysis_row or (line_class = 'cancellation' and customer_id is not null)

),

totals as (

    select
        'gross' as basis,
        coalesce(sum(quantity), 0) as units,
        coalesce(sum(amount), 0) as amount

    from lines

    where is_analysis_row

    union all

    select
        'net' as basis,
        coalesce(sum(quantity), 0) as units,
        coalesce(sum(amount), 0) as amount

    from lines

),

trend as (

    select
        basis,
        sum(amount) as amount

    from {{ ref('ads_online_retail_monthly_trend') }}

    group by basis

),

orders as (

    select
        basis,
        sum(units) as units

    from {{ ref('ads_online_retail_monthly_orders') }}

    group by basis

)

select
    totals.basis,
    totals.units as all_units,
    orders.units as units_of_months,
    totals.amount as all_amount,
    trend.amount as amount_of_months

from totals

left join trend
    on totals.basis = trend.basis

left join orders
    on totals.basis = orders.basis

where
    totals.units != coalesce(orders.units, 0)
    or totals.amount != coalesce(trend.amount, 0)
