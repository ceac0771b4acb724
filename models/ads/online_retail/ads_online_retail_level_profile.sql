-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 用户等级，恒为四行

with

levels as (

    {{ rfm_levels() }}

),

customers as (

    select * from {{ ref('dws_online_retail_customer_rfm') }}

),

counted as (

    select
        user_level,
        count(*) as customer_count,
        percentile(recency_days, 0.5) as median_recency_days,
        percentile(frequency, 0.5) as median_frequency,
        cast(sum(monetary) as decimal(28, 3)) as amount

    from customers

    group by user_level

),

totals as (

    select
        count(*) as customer_count,
        cast(sum(monetary) as decimal(28, 3)) as amount

    from customers

),

final as (

    select
        levels.user_level,
        coalesce(counted.customer_count, 0) as customer_count,
        cast(
            {{ rounded_ratio('100 * coalesce(counted.customer_count, 0)', 'totals.customer_count') }} as decimal(5, 2)
        ) as customer_share,
        cast(counted.median_recency_days as decimal(10, 1)) as median_recency_days,
        cast(counted.median_frequency as decimal(10, 1)) as median_frequency,
        coalesce(counted.amount, cast(0 as decimal(28, 3))) as amount,
        cast(
            {{ money_ratio('100 * coalesce(counted.amount, 0)', 'totals.amount') }} as decimal(5, 2)
        ) as amount_share,
        {{ etl_load_time() }} as etl_load_time

    from levels

    cross join totals

    left join counted
        on levels.user_level = counted.user_level

)

select * from final
