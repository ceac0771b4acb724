-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个活动（activity_id）

with

activities as (

    select * from {{ ref('stg_customer_service_promo_activity') }}

),

accepted as (

    select
        activity_id,
        activity_name,
        activity_level,
        promo_type,
        start_time,
        end_time,
        -- 存量状态可能过期，报表一律用按日期推出的状态；两者不同由 warn 测试点名
        {{ activity_status('start_time', 'end_time') }} as activity_status,
        activity_status as stored_activity_status,
        shop_id,
        create_time,
        update_time

    from activities

    where reject_reason is null

)

select * from accepted
