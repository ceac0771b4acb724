-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 视角 × 归属：窗口内的会话、订单各归到哪里，加起来是全部

with

journeys as (

    select * from {{ ref('dws_customer_profile_journey') }}

),

standings as (

    select
        {{ as_of_date() }} as as_of_date,
        journey_view,
        standing,
        count(*) as journey_count,
        date_sub({{ as_of_date() }}, {{ journey_setting('window_days') }} - 1) as first_date,
        {{ journey_setting('order_days') }} as order_days,
        {{ journey_setting('steps') }} as step_limit,
        {{ min_cell_customers() }} as min_cell_customers,
        {{ etl_load_time() }} as etl_load_time

    from journeys

    group by journey_view, standing

)

select * from standings
