-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 同意画像的客户：每人每个截止日恰好一个阶段

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled

),

order_metrics as (

    select order_metrics.*

    from {{ ref('dws_customer_profile_order_metrics') }} as order_metrics

    left semi join dates
        on order_metrics.as_of_date = dates.as_of_date

),

-- 每位客户一票：按间隔计，常买的人会代表所有人
population_gaps as (

    select
        as_of_date,
        cast(percentile(median_gap_days, 0.5) as decimal(9, 2)) as population_median_gap_days

    from order_metrics

    group by as_of_date

),

purchases as (

    select
        population.customer_id,
        coalesce(order_metrics.purchase_day_count, 0) as purchase_day_count,
        coalesce(order_metrics.gap_count, 0) as gap_count,
        order_metrics.median_gap_days,
        population_gaps.population_median_gap_days,
        order_metrics.recency_days as days_since_last_purchase,
        order_metrics.recent_gap_days,
        dates.as_of_date

    from population

    inner join dates
        on population.as_of_date = dates.as_of_date

    left join population_gaps
        on population.as_of_date = population_gaps.as_of_date

    left join order_metrics
        on
            population.customer_id = order_metrics.customer_id
            and population.as_of_date = order_metrics.as_of_date

),

expected as (

    select
        *,
        {{ expected_gap_days('gap_count', 'median_gap_days', 'population_median_gap_days') }} as expected_gap_days

    from purchases

),

lifecycles as (

    select
        customer_id,
        {{ lifecycle_stage(
            'purchase_day_count', 'days_since_last_purchase', 'recent_gap_days', 'expected_gap_days'
        ) }} as stage_code,
        purchase_day_count,
        gap_count,
        median_gap_days,
        population_median_gap_days,
        expected_gap_days,
        days_since_last_purchase,
        recent_gap_days,
        as_of_date

    from expected

)

select * from lifecycles
