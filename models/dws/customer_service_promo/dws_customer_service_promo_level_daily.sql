-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 日期 × 用户等级（截止日的等级）；分层口径的唯一来源；要求删除的客户没有等级，不在其中

with

consumer_days as (

    select * from {{ ref('dws_customer_service_promo_consumer_daily') }}
    where dt <= {{ as_of_date() }}

),

consumers as (

    select * from {{ ref('dws_customer_service_promo_consumer_rfm') }}
    where as_of_date = {{ as_of_date() }}

),

level_days as (

    select
        consumers.user_level,
        {{ promo_measures() }},
        consumer_days.dt

    from consumer_days

    -- 没有等级的客户留下空等级，由测试报出，而不是悄悄少一行
    left join consumers
        on consumer_days.consumer_id = consumers.consumer_id

    group by consumer_days.dt, consumers.user_level

)

select * from level_days
