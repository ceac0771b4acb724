-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个事件（event_id）：属于哪个会话，以及会话是否互动、是否机器人

with

staged as (

    {{ staged_versions('customer_profile', 'ods_behavior_event') }}

),

events as (

    select
        *,
        coalesce(customer_id, device_fingerprint, event_id) as actor

    from staged

    where reject_reason is null and version_rank = 1

),

-- 没有会话号的事件：同一人（否则同一设备）停顿超过若干分钟就是新会话。会话号由它的第一个事件而来，不由客户编号：删除之后它还在
gaps as (

    select
        *,
        lag(event_timestamp) over (
            partition by actor
            order by event_timestamp, event_id
        ) as previous_at

    from events

    where session_id is null

),

derived as (

    select
        *,
        max(
            case when {{ is_new_session('event_timestamp', 'previous_at') }} then struct(event_timestamp, event_id) end
        ) over (
            partition by actor
            order by event_timestamp, event_id
            rows between unbounded preceding and current row
        ) as session_start

    from gaps

),

sessions as (

    select
        event_id,
        session_id,
        false as is_derived_session,
        device_fingerprint,
        event_type,
        page_duration,
        scroll_depth

    from events

    where session_id is not null

    union all

    select
        event_id,
        concat('derived-', lower(hex(xxhash64(session_start.event_id)))) as session_id,
        true as is_derived_session,
        device_fingerprint,
        event_type,
        page_duration,
        scroll_depth

    from derived

),

bot_fingerprints as (

    select device_fingerprint
    from (
        select
            device_fingerprint,
            count(*) as event_count
        from events
        group by device_fingerprint, to_date(event_timestamp)
    ) as device_days

    group by device_fingerprint

    having max(event_count) > {{ whole_number_setting('customer_profile_bot_fingerprint_day_events', 1, 999999999) }}

),

judged as (

    select
        sessions.event_id,
        sessions.session_id,
        sessions.is_derived_session,
        {{ is_engaged_session(
            'sum(sessions.page_duration) over (partition by sessions.session_id)',
            'max(sessions.scroll_depth) over (partition by sessions.session_id)',
            "count(case when sessions.event_type = 'page_view' then 1 end) over (partition by sessions.session_id)"
        ) }} as is_engaged,
        count(*) over (partition by sessions.session_id)
        > {{ whole_number_setting('customer_profile_bot_session_events', 1, 999999999) }}
        or max(bot_fingerprints.device_fingerprint is not null) over (partition by sessions.session_id) as is_bot

    from sessions

    left join bot_fingerprints
        on sessions.device_fingerprint = bot_fingerprints.device_fingerprint

)

select * from judged
