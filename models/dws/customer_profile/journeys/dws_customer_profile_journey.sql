-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 视角 × 一条路径：窗口内的一个会话，或窗口内支付的一笔订单

with

sessions as (

    select * from {{ ref('dws_customer_profile_session') }}
    where {{ is_within_days('start_date', as_of_date(), journey_setting('window_days')) }}

),

order_paths as (

    select * from {{ ref('dws_customer_profile_order_path') }}

),

consenting as (

    select customer_id from {{ ref('dws_customer_profile_population') }}
    where is_profiled and as_of_date = {{ as_of_date() }}

),

paths as (

    select
        '会话之内' as journey_view,
        session_id as source_id,
        customer_id,
        is_erased,
        is_bot,
        touch_path,
        '没有触点' as without_touches,
        '结束' as ending

    from sessions

    union all

    select
        '下单之前' as journey_view,
        order_id as source_id,
        customer_id,
        is_erased,
        false as is_bot,
        touch_path,
        '没有会话' as without_touches,
        '下单' as ending

    from order_paths

),

-- 只有同意画像的客户有路径；其余只数
judged as (

    select
        paths.*,
        case
            when paths.is_bot then '机器人'
            when paths.is_erased then '已删除'
            when paths.customer_id is null then '匿名'
            when consenting.customer_id is null then '未授权'
            when paths.touch_path = '' then paths.without_touches
            else '纳入'
        end as standing

    from paths

    left join consenting
        on paths.customer_id = consenting.customer_id

),

journeys as (

    select
        journey_view,
        source_id,
        customer_id,
        standing,
        case when standing = '纳入' then {{ journey_nodes("split(touch_path, ' > ')", 'ending') }} end as journey_path

    from judged

)

select * from journeys
