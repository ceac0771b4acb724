-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 上一个已存截止日的等级 × 本次等级；空 = 那一天还没有（或不再有）等级

with

consumers as (

    select * from {{ ref('dws_customer_service_promo_consumer_rfm') }}

),

current_levels as (

    select * from consumers
    where as_of_date = {{ as_of_date() }}

),

previous_date as (

    select max(as_of_date) as as_of_date

    from consumers

    where as_of_date < {{ as_of_date() }}

),

previous_levels as (

    select consumers.*

    from consumers

    inner join previous_date
        on consumers.as_of_date = previous_date.as_of_date

),

moves as (

    select
        previous_levels.user_level as from_level,
        current_levels.user_level as to_level,
        count(*) as consumer_count

    from current_levels

    full outer join previous_levels
        on current_levels.consumer_id = previous_levels.consumer_id

    group by previous_levels.user_level, current_levels.user_level

),

migration as (

    select
        previous_date.as_of_date as previous_as_of_date,
        {{ as_of_date() }} as as_of_date,
        moves.from_level,
        moves.to_level,
        moves.consumer_count,
        {{ etl_load_time() }} as etl_load_time

    from moves

    cross join previous_date

)

select * from migration
