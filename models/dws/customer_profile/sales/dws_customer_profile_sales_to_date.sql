-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 已存的截止日：全体客户到那一天为止的订单与金额；没有客户的订单不在内

with

profile_dates as (

    select * from {{ ref('dws_customer_profile_date') }}

),

order_days as (

    select * from {{ ref('dws_customer_profile_order_daily') }}

),

first_days as (

    select
        customer_id,
        min(dt) as dt

    from order_days

    where order_count > 0

    group by customer_id

),

-- 先按天相加，再加到每个截止日：日期不多，客户很多
entries as (

    select
        dt,
        0 as buyer_count,
        sum(order_count) as order_count,
        sum(gross_amount) as gross_amount,
        sum(refund_amount) as refund_amount

    from order_days

    group by dt

    union all

    select
        dt,
        count(*) as buyer_count,
        0 as order_count,
        0 as gross_amount,
        0 as refund_amount

    from first_days

    group by dt

),

sales_to_date as (

    select
        profile_dates.as_of_date,
        coalesce(sum(entries.buyer_count), 0) as buyer_count,
        coalesce(sum(entries.order_count), 0) as order_count,
        cast(coalesce(sum(entries.gross_amount), 0) as decimal(28, 2)) as gross_amount,
        cast(coalesce(sum(entries.refund_amount), 0) as decimal(28, 2)) as refund_amount,
        cast(coalesce(sum(entries.gross_amount) - sum(entries.refund_amount), 0) as decimal(28, 2)) as net_amount

    from profile_dates

    left join entries
        on profile_dates.as_of_date >= entries.dt

    group by profile_dates.as_of_date

)

select * from sales_to_date
