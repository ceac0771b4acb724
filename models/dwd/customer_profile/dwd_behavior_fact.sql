-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个行为事件（event_id）；匿名的也在

with

events as (

    {{ staged_versions('customer_profile', 'ods_behavior_event') }}

),

sessions as (

    select * from {{ ref('dwd_behavior_event_session') }}

),

customer_versions as (

    select * from {{ ref('dwd_customer_history') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

accepted as (

    select * from events
    where reject_reason is null and version_rank = 1 and {{ changed_days('raw_day') }}

),

behaviors as (

    select /*+ rebalance(dt) */
        -- 设计文档的列，名称、类型、顺序不变
        sessions.session_id,
        case when erasures.customer_id is null then accepted.customer_id end as customer_id,
        accepted.event_type,
        accepted.event_timestamp,
        accepted.page_duration,
        accepted.scroll_depth,
        case when erasures.customer_id is null then accepted.device_fingerprint end as device_fingerprint,
        -- 此外需要的列
        accepted.event_id,
        to_date(accepted.event_timestamp) as event_date,
        accepted.product_id,
        accepted.channel_id,
        customer_versions.region_id,
        customer_versions.customer_type,
        sessions.is_derived_session,
        sessions.is_engaged,
        sessions.is_bot,
        first_versions.customer_id is not null as is_known_customer,
        erasures.customer_id is not null as is_erased,
        {{ partition_day('accepted.event_timestamp', 'customer_profile') }} as dt

    from accepted

    inner join sessions
        on accepted.event_id = sessions.event_id

    {{ customer_joins('accepted', 'accepted.event_timestamp') }}

)

select * from behaviors
