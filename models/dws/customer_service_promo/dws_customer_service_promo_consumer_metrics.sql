-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位客户（consumer_id），截止日的 R、F、M

with

consumer_days as (

    select * from {{ ref('dws_customer_service_promo_consumer_daily') }}
    where dt <= {{ as_of_date() }}

),

totals as (

    select
        consumer_id,
        max(case when use_count > 0 then dt end) as last_pay_date,
        sum(case when {{ in_rfm_window('dt') }} then send_count else 0 end) as frequency,
        cast(sum(case when {{ in_rfm_window('dt') }} then pay_amount else 0 end) as decimal(28, 2)) as monetary

    from consumer_days

    group by consumer_id

),

metrics as (

    select
        consumer_id,
        {{ recency_days('last_pay_date') }} as recency_days,
        last_pay_date is not null as has_redeemed,
        frequency,
        monetary,
        {{ as_of_date() }} as as_of_date

    from totals

)

select * from metrics
