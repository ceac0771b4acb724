-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 统计周期 × 用户等级，固定 12 行；分层路径：客户日汇总 → 等级 → 周期

with

periods as (

    {{ stat_periods() }}

),

levels as (

    {{ rfm_levels() }}

),

level_days as (

    select * from {{ ref('dws_customer_service_promo_level_daily') }}

),

period_levels as (

    select
        periods.stat_period,
        levels.user_level,
        {{ promo_measures() }}

    from periods

    cross join levels

    left join level_days
        on
            levels.user_level = level_days.user_level
            and level_days.dt between periods.start_date and periods.end_date

    group by periods.stat_period, levels.user_level

)

select * from period_levels
