-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 统计周期 × 用户等级（整体 + 四个等级），固定 15 行；整体 = 四个等级之和 + 已删除的客户（没有等级）

with

overall as (

    select * from {{ ref('dws_customer_service_promo_period_overall') }}

),

layered as (

    select * from {{ ref('dws_customer_service_promo_period_level') }}

),

counted as (

    select
        stat_period,
        '整体' as user_level,
        send_count,
        use_count,
        valid_use_count

    from overall

    union all

    select
        stat_period,
        user_level,
        send_count,
        use_count,
        valid_use_count

    from layered

),

overview as (

    select
        stat_period,
        user_level,
        send_count as total_send_count,
        use_count as total_use_count,
        valid_use_count,
        {{ use_rate('use_count', 'send_count') }} as use_rate,
        {{ etl_load_time() }} as etl_load_time

    from counted

)

select * from overview
