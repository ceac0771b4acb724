-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一种接触（touch_type）：数据里第一次有它是哪一天；从没有过的没有行

with

behaviors as (

    select * from {{ ref('dwd_behavior_fact') }}
    where event_type in ({{ activity_event_types() }})

),

contacts as (

    select * from {{ ref('dwd_service_fact') }}
    where {{ is_human_contact('contact_source') }}

),

reviews as (

    select * from {{ ref('dwd_review') }}

),

-- 匿名的也算：这里问的是数据有没有，不是客户有没有
touches as (

    select
        event_type as touch_type,
        event_date as touch_date

    from behaviors

    union all

    select
        'timed_page_view' as touch_type,
        event_date as touch_date

    from behaviors

    where event_type = 'page_view' and page_duration is not null

    union all

    select
        case when {{ is_complaint('issue_category') }} then 'complaint' else 'contact' end as touch_type,
        contact_date as touch_date

    from contacts

    union all

    select
        'review' as touch_type,
        review_date as touch_date

    from reviews

),

touch_starts as (

    select
        touch_type,
        min(touch_date) as first_date

    from touches

    group by touch_type

)

select * from touch_starts
