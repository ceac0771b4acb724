-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 用户等级，固定 4 行：人数、R/F/M 中位数、最近 30 天的效果、建议策略

with

levels as (

    {{ rfm_levels() }}

),

strategies as (

    select * from {{ ref('rfm_level_strategy') }}

),

consumers as (

    select * from {{ ref('dws_customer_service_promo_consumer_rfm') }}
    where as_of_date = {{ as_of_date() }}

),

period_levels as (

    select * from {{ ref('dws_customer_service_promo_period_level') }}
    where stat_period = '30天'

),

level_consumers as (

    {#- percentile 只认双精度：以分为整数时它是精确的 #}
    {{ rfm_level_profile(
        'levels',
        'consumers',
        counted_as='consumer_count',
        share_as='consumer_share',
        measures={'median_monetary_cents': 'percentile(cast(monetary * 100 as bigint), 0.5)'}
    ) }}

),

level_profile as (

    select
        level_consumers.user_level,
        level_consumers.consumer_count,
        level_consumers.consumer_share,
        cast(level_consumers.median_recency_days as decimal(6, 1)) as median_recency_days,
        cast(level_consumers.median_frequency as decimal(12, 1)) as median_frequency,
        cast(cast(level_consumers.median_monetary_cents as decimal(28, 1)) / 100 as decimal(28, 2)) as median_monetary,
        period_levels.send_count,
        period_levels.use_count,
        {{ use_rate('period_levels.use_count', 'period_levels.send_count') }} as use_rate,
        strategies.strategy,
        {{ etl_load_time() }} as etl_load_time

    from level_consumers

    left join period_levels
        on level_consumers.user_level = period_levels.user_level

    left join strategies
        on level_consumers.user_level = strategies.user_level

)

select * from level_profile
