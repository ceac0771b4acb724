-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 同意画像的客户 × 沟通渠道：窗口内的接触、会话与订单
{%- set window_days = whole_number_setting('customer_profile_channel_window_days', 1, 9999) %}

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled

),

words as (

    select * from {{ ref('customer_profile_contact_channel') }}

),

channels as (

    select
        channels.channel_id,
        words.contact_channel

    from {{ ref('dwd_channel') }} as channels

    inner join words
        on
            words.word_kind = 'terminal'
            and channels.terminal = words.word

),

-- 一次接触、一个会话（用了几个渠道就各算一次）、一笔订单各是一条依据；词表没有的渠道不算
evidence as (

    select
        contacts.customer_id,
        words.contact_channel,
        contacts.contact_date as evidence_date

    from {{ ref('dwd_service_fact') }} as contacts

    inner join words
        on
            words.word_kind = 'contact_type'
            and contacts.contact_type = words.word

    where contacts.customer_id is not null and {{ is_human_contact('contacts.contact_source') }}

    union all

    select
        behaviors.customer_id,
        channels.contact_channel,
        min(behaviors.event_date) as evidence_date

    from {{ ref('dwd_behavior_fact') }} as behaviors

    inner join channels
        on behaviors.channel_id = channels.channel_id

    where behaviors.customer_id is not null and not behaviors.is_bot

    group by behaviors.customer_id, behaviors.session_id, channels.contact_channel

    union all

    select
        orders.customer_id,
        channels.contact_channel,
        orders.pay_date as evidence_date

    from {{ ref('dwd_order') }} as orders

    inner join channels
        on orders.channel_id = channels.channel_id

    where orders.customer_id is not null and orders.is_paid

),

channel_evidence as (

    select
        evidence.customer_id,
        evidence.contact_channel,
        count(*) as evidence_count,
        max(evidence.evidence_date) as last_date,
        dates.as_of_date

    from evidence

    inner join dates
        on {{ is_within_days('evidence.evidence_date', 'dates.as_of_date', window_days) }}

    left semi join population
        on
            evidence.customer_id = population.customer_id
            and dates.as_of_date = population.as_of_date

    group by evidence.customer_id, evidence.contact_channel, dates.as_of_date

)

select * from channel_evidence
