-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 同意画像、窗口内到访过的客户：到访经由哪些渠道，会话里用不用搜索与比价
{%- set window_days = whole_number_setting('customer_profile_tech_window_days', 1, 9999) %}

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled

),

-- 既没有终端也没说是否自助的渠道，说明不了什么
channels as (

    select
        channel_id,
        coalesce(terminal in ('app', '小程序'), false) or coalesce(is_self_service, false) as is_tech

    from {{ ref('dwd_channel') }}

    where terminal is not null or is_self_service is not null

),

-- 会话与订单各是一次到访；会话里有一个事件经由这样的渠道就算
visits as (

    select
        behaviors.customer_id,
        count(*) as event_count,
        true as is_session,
        bool_or(channels.is_tech) as is_tech,
        bool_or(behaviors.event_type in ('search', 'compare')) as has_search,
        dates.as_of_date

    from {{ ref('dwd_behavior_fact') }} as behaviors

    inner join dates
        on {{ is_within_days('behaviors.event_date', 'dates.as_of_date', window_days) }}

    left join channels
        on behaviors.channel_id = channels.channel_id

    where behaviors.customer_id is not null and not behaviors.is_bot

    group by behaviors.customer_id, behaviors.session_id, dates.as_of_date

    union all

    select
        orders.customer_id,
        0 as event_count,
        false as is_session,
        channels.is_tech,
        false as has_search,
        dates.as_of_date

    from {{ ref('dwd_order') }} as orders

    inner join dates
        on {{ is_within_days('orders.pay_date', 'dates.as_of_date', window_days) }}

    left join channels
        on orders.channel_id = channels.channel_id

    where orders.customer_id is not null and orders.is_paid

),

tech_visits as (

    select
        visits.customer_id,
        sum(visits.event_count) as event_count,
        count_if(visits.is_session) as session_count,
        count_if(visits.has_search) as search_session_count,
        count(visits.is_tech) as channel_visit_count,
        count_if(visits.is_tech) as tech_visit_count,
        visits.as_of_date

    from visits

    left semi join population
        on
            visits.customer_id = population.customer_id
            and visits.as_of_date = population.as_of_date

    group by visits.customer_id, visits.as_of_date

)

select * from tech_visits
