-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 登录、停留、接触的第二条路：截止日的，从 staging 直接数，不经过 DWD 的事实
{%- set window_days = whole_number_setting('customer_profile_activity_window_days', 1, 999) %}
{%- set longest_view = whole_number_setting('customer_profile_longest_page_view', 1, 86400) %}

with

events as (

    {{ staged_versions('customer_profile', 'ods_behavior_event') }}

),

contacts as (

    {{ staged_versions('customer_profile', 'ods_service_contact') }}

),

bots as (

    select event_id from {{ ref('dwd_behavior_event_session') }}
    where is_bot

),

stored as (

    select * from {{ ref('dws_customer_profile_activity_input') }}
    where as_of_date = {{ as_of_date() }}

),

event_counts as (

    select
        events.customer_id,
        count(distinct case when events.event_type = 'login' then date_trunc('day', events.event_timestamp) end)
            as login_days,
        avg(
            case
                when events.event_type = 'page_view'
                    then cast(least(events.page_duration, {{ longest_view }}) as decimal(18, 0))
            end
        ) as mean_seconds,
        count(case when events.event_type = 'page_view' then events.page_duration end) as view_count

    from events

    left anti join bots
        on events.event_id = bots.event_id

    where
        events.reject_reason is null
        and events.version_rank = 1
        and events.event_timestamp >= date_sub({{ as_of_date() }}, {{ window_days - 1 }})
        and events.event_timestamp < date_add({{ as_of_date() }}, 1)

    group by events.customer_id

),

contact_counts as (

    select
        customer_id,
        count(*) as contact_count

    from contacts

    where
        reject_reason is null
        and version_rank = 1
        and contact_source is distinct from 'auto_message'
        and contact_time >= date_sub({{ as_of_date() }}, {{ window_days - 1 }})
        and contact_time < date_add({{ as_of_date() }}, 1)

    group by customer_id

)

select
    stored.customer_id,
    stored.login_days,
    event_counts.login_days as counted_login_days,
    stored.page_seconds,
    event_counts.mean_seconds as counted_page_seconds,
    stored.contact_count,
    contact_counts.contact_count as counted_contact_count

from stored

left join event_counts
    on stored.customer_id = event_counts.customer_id

left join contact_counts
    on stored.customer_id = contact_counts.customer_id

where
    stored.login_days != coalesce(event_counts.login_days, 0)
    or stored.contact_count != coalesce(contact_counts.contact_count, 0)
    or stored.page_view_count != coalesce(event_counts.view_count, 0)
    or abs(
        stored.page_seconds - case
            when event_counts.view_count >= {{ whole_number_setting('customer_profile_min_page_views', 1, 999) }}
                then event_counts.mean_seconds
            else 0
        end
    ) > 0.005
