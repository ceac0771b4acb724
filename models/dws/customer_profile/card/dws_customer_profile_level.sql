-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 同意画像的客户 × 等级的种类（客服专属优惠、订单），截止日有这种等级的

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled and as_of_date = {{ as_of_date() }}

),

stored_levels as (

    select
        'promo' as level_kind,
        consumer_id as customer_id,
        user_level,
        rfm_code,
        as_of_date

    from {{ ref('dws_customer_service_promo_consumer_rfm') }}

    union all

    select
        'order' as level_kind,
        customer_id,
        order_rfm_level as user_level,
        order_rfm_code as rfm_code,
        as_of_date

    from {{ ref('dws_customer_profile_order_rfm') }}

),

levels as (

    select stored_levels.*

    from stored_levels

    left semi join population
        on stored_levels.customer_id = population.customer_id

    where stored_levels.as_of_date <= {{ as_of_date() }}

),

-- 每种等级各有自己存过的截止日
level_dates as (

    select
        level_kind,
        as_of_date,
        lag(as_of_date) over (
            partition by level_kind
            order by as_of_date
        ) as previous_date

    from levels

    group by level_kind, as_of_date

),

-- 上一个截止日没有行的客户，当时没有等级
compared as (

    select
        levels.*,
        level_dates.previous_date,
        case
            when
                level_dates.previous_date = lag(levels.as_of_date) over (
                    partition by levels.level_kind, levels.customer_id
                    order by levels.as_of_date
                )
                then lag(levels.user_level) over (
                    partition by levels.level_kind, levels.customer_id
                    order by levels.as_of_date
                )
        end as previous_level

    from levels

    inner join level_dates
        on levels.level_kind = level_dates.level_kind and levels.as_of_date = level_dates.as_of_date

),

dated_changes as (

    select
        *,
        max(
            case when previous_date is not null and not user_level <=> previous_level then as_of_date end
        ) over (partition by level_kind, customer_id) as level_changed_date

    from compared

),

customer_levels as (

    select
        customer_id,
        level_kind,
        user_level,
        rfm_code,
        previous_level,
        previous_date,
        level_changed_date,
        as_of_date

    from dated_changes

    where as_of_date = {{ as_of_date() }}

)

select * from customer_levels
