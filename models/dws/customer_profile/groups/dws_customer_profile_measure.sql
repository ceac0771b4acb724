-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 客户全体：分布与迁移所看的六个值；没有画像授权的只有 未授权

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select population.*

    from {{ ref('dws_customer_profile_population') }} as population

    left semi join dates
        on population.as_of_date = dates.as_of_date

),

stages as (

    select
        lifecycles.customer_id,
        lifecycles.as_of_date,
        lifecycle_stages.stage_name

    from {{ ref('dws_customer_profile_lifecycle') }} as lifecycles

    inner join {{ ref('dwd_lifecycle_stage') }} as lifecycle_stages
        on lifecycles.stage_code = lifecycle_stages.stage_code

),

promo_levels as (

    select * from {{ ref('dws_customer_service_promo_consumer_rfm') }}

),

-- 优惠等级没有打过分的日子：不是没有等级，而是没有算
promo_dates as (

    select as_of_date

    from promo_levels

    group by as_of_date

),

measures as (

    select
        population.customer_id,
        {{ consented('population.is_profiled', 'stages.stage_name', '无') }} as lifecycle_stage,
        {{ consented('population.is_profiled', 'order_rfm.order_rfm_level', '无') }} as order_level,
        case
            when promo_dates.as_of_date is not null
                then {{ consented('population.is_profiled', 'promo_levels.user_level', '无') }}
        end as promo_level,
        {% for band, index in [
            ('activity_band', 'activity.activity_index_frozen'),
            ('service_health_band', 'service_health.service_health'),
            ('penetration_band', 'penetration.penetration_rate'),
        ] -%}
        {{ consented('population.is_profiled', index_band(index, *profile_bands()[band]), '无') }} as {{ band }},
        {% endfor -%}
        population.as_of_date

    from population

    left join stages
        on population.customer_id = stages.customer_id and population.as_of_date = stages.as_of_date

    left join {{ ref('dws_customer_profile_order_rfm') }} as order_rfm
        on population.customer_id = order_rfm.customer_id and population.as_of_date = order_rfm.as_of_date

    left join promo_dates
        on population.as_of_date = promo_dates.as_of_date

    left join promo_levels
        on population.customer_id = promo_levels.consumer_id and population.as_of_date = promo_levels.as_of_date

    left join {{ ref('dws_customer_profile_activity') }} as activity
        on population.customer_id = activity.customer_id and population.as_of_date = activity.as_of_date

    left join {{ ref('dws_customer_profile_service_health') }} as service_health
        on population.customer_id = service_health.customer_id and population.as_of_date = service_health.as_of_date

    left join {{ ref('dws_customer_profile_penetration') }} as penetration
        on population.customer_id = penetration.customer_id and population.as_of_date = penetration.as_of_date

)

select * from measures
