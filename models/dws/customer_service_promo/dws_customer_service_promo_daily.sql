-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 日期 × 店铺；首日到截止日每天都有，没有发生记 0

with

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}

),

uses as (

    select * from {{ ref('dwd_customer_service_promo_use') }}

),

events as (

    {{ promo_events(['shop_id']) }}

),

shops as (

    select distinct shop_id from events

),

days as (

    select explode(sequence(min(dt), {{ as_of_date() }}, interval 1 day)) as dt

    from events

),

shop_days as (

    select
        days.dt,
        shops.shop_id,
        0 as send_count,
        cast(0 as decimal(10, 2)) as promo_amount,
        0 as use_count,
        0 as valid_use_count,
        cast(0 as decimal(18, 2)) as pay_amount

    from days

    cross join shops

),

events_and_zeros as (

    select * from events

    union all

    select * from shop_days

),

daily as (

    select
        shop_id,
        {{ promo_measures() }},
        dt

    from events_and_zeros

    group by dt, shop_id

)

select * from daily
