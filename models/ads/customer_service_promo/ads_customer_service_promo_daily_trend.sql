-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 日期 × 店铺，首日到截止日每天都有，没有发生记 0；客服未知的店铺为空。各店相加等于整体，核销率要重新算

with

shop_days as (

    select * from {{ ref('dws_customer_service_promo_daily') }}
    where dt <= {{ as_of_date() }}

),

shops as (

    select distinct shop_id from shop_days

),

days as (

    select explode(sequence(min(dt), {{ as_of_date() }}, interval 1 day)) as dt

    from shop_days

),

trend as (

    select
        days.dt,
        shops.shop_id,
        coalesce(shop_days.send_count, 0) as send_count,
        coalesce(shop_days.use_count, 0) as use_count,
        coalesce(shop_days.valid_use_count, 0) as valid_use_count,
        {{ use_rate('coalesce(shop_days.use_count, 0)', 'coalesce(shop_days.send_count, 0)') }} as use_rate,
        cast(coalesce(shop_days.promo_amount, 0) as decimal(28, 2)) as promo_amount,
        cast(coalesce(shop_days.pay_amount, 0) as decimal(28, 2)) as pay_amount,
        {{ etl_load_time() }} as etl_load_time

    from days

    cross join shops

    left join shop_days
        on days.dt = shop_days.dt and shops.shop_id <=> shop_days.shop_id

)

select * from trend
