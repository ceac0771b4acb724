-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个活动，从开始到截止日；维表里没有的活动也在，名称为空

with

activities as (

    select * from {{ ref('dwd_customer_service_promo_activity') }}

),

activity_days as (

    select * from {{ ref('dws_customer_service_promo_activity_daily') }}
    where dt <= {{ as_of_date() }}

),

activity_totals as (

    select
        activity_id,
        sum(send_count) as send_count,
        sum(use_count) as use_count

    from activity_days

    group by activity_id

),

effects as (

    select
        coalesce(activities.activity_id, activity_totals.activity_id) as activity_id,
        activities.activity_name,
        activities.activity_status,
        coalesce(activity_totals.send_count, 0) as send_count,
        coalesce(activity_totals.use_count, 0) as use_count

    from activities

    full outer join activity_totals
        on activities.activity_id = activity_totals.activity_id

),

rated as (

    select
        *,
        {{ use_rate('use_count', 'send_count') }} as use_rate

    from effects

),

ranked as (

    select
        activity_id,
        activity_name,
        activity_status,
        send_count,
        use_count,
        use_rate,
        rank() over (order by use_rate desc nulls last, use_count desc) as rank,
        {{ etl_load_time() }} as etl_load_time

    from rated

)

select * from ranked
