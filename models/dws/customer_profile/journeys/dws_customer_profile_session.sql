-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 窗口内的一个会话 × 客户；匿名的、要求删除的各成一行
{#- 最早的订单之前的会话也要 #}
{%- set read_days = journey_setting('window_days') + journey_setting('order_days') %}

with

behaviors as (

    select * from {{ ref('dwd_behavior_fact') }}
    where {{ is_within_days('event_date', as_of_date(), read_days) }}

),

event_types as (

    select * from {{ ref('customer_profile_event_type') }}

),

channels as (

    select * from {{ ref('dwd_channel') }}

),

-- 词表没有的事件不是触点；机器人一个会话可以有几万个事件，只数不列
touches as (

    select
        behaviors.session_id,
        behaviors.customer_id,
        behaviors.is_erased,
        behaviors.is_bot,
        behaviors.event_timestamp,
        behaviors.event_id,
        behaviors.page_duration,
        case when not behaviors.is_bot then event_types.event_name end as touch_name,
        channels.terminal

    from behaviors

    left join event_types
        on behaviors.event_type = event_types.event_type

    left join channels
        on behaviors.channel_id = channels.channel_id

),

grouped as (

    select
        session_id,
        customer_id,
        is_erased,
        is_bot,
        min(event_timestamp) as started_at,
        count(*) as event_count,
        sum(page_duration) as page_seconds,
        min(case when terminal is not null then struct(event_timestamp, event_id, terminal) end).terminal as terminal,
        sort_array(
            collect_list(case when touch_name is not null then struct(event_timestamp, event_id, touch_name) end)
        ).touch_name as touches

    from touches

    group by session_id, customer_id, is_erased, is_bot

),

-- 接连几次同样的触点算一步：看十页还是在看
sessions as (

    select
        session_id,
        customer_id,
        is_erased,
        is_bot,
        started_at,
        to_date(started_at) as start_date,
        event_count,
        page_seconds,
        terminal,
        array_join(
            filter(touches, (touch, place) -> place = 0 or touch != touches[greatest(place - 1, 0)]), ' > '
        ) as touch_path

    from grouped

)

select * from sessions
