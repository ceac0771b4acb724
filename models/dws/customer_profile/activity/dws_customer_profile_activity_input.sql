-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 有画像授权的客户：活跃度指数的输入，什么都没做的客户全是 0
{%- set window_days = whole_number_setting('customer_profile_activity_window_days', 1, 999) %}
{%- set longest_view = whole_number_setting('customer_profile_longest_page_view', 1, 86400) %}
{%- set min_views = whole_number_setting('customer_profile_min_page_views', 1, 999) %}

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled

),

-- 匿名的不归到任何人，机器人与自动消息不算
touches as (

    select
        customer_id,
        -- 其他类型可以叫任何名字，也可以与别的接触同名
        case when event_type in ({{ activity_event_types() }}) then event_type end as touch_type,
        -- least() 会跳过空值：没有时长的浏览不是最长的浏览
        case
            when event_type = 'page_view' and page_duration is not null then least(page_duration, {{ longest_view }})
        end as view_seconds,
        true as is_event,
        event_date as touch_date

    from {{ ref('dwd_behavior_fact') }}

    where customer_id is not null and not is_bot

    union all

    select
        customer_id,
        case when {{ is_complaint('issue_category') }} then 'complaint' else 'contact' end as touch_type,
        null as view_seconds,
        false as is_event,
        contact_date as touch_date

    from {{ ref('dwd_service_fact') }}

    where customer_id is not null and {{ is_human_contact('contact_source') }}

    union all

    select
        customer_id,
        'review' as touch_type,
        null as view_seconds,
        false as is_event,
        review_date as touch_date

    from {{ ref('dwd_review') }}

    where customer_id is not null

),

counted as (

    select
        touches.customer_id,
        dates.as_of_date,
        -- 最多是窗口的天数，比 count(distinct) 少一次洗牌
        size(collect_set(case when touches.touch_type = 'login' then touches.touch_date end)) as login_days,
        -- 没有登录事件的数据只有它：不是登录，不进指数
        size(collect_set(case when touches.is_event then touches.touch_date end)) as login_proxy_days,
        count(touches.view_seconds) as page_view_count,
        sum(touches.view_seconds) as page_seconds_total,
        count_if(touches.touch_type in ('contact', 'complaint')) as contact_count,
        count_if(touches.touch_type in ({{ adjusted_touches() }})) as adjusted_count

    from touches

    inner join dates
        on {{ is_within_days('touches.touch_date', 'dates.as_of_date', window_days) }}

    group by touches.customer_id, dates.as_of_date

),

activity_inputs as (

    select
        population.customer_id,
        cast(coalesce(counted.login_days, 0) as int) as login_days,
        cast(coalesce(counted.login_proxy_days, 0) as int) as login_proxy_days,
        cast(coalesce(counted.page_view_count, 0) as int) as page_view_count,
        cast(
            case
                when counted.page_view_count >= {{ min_views }}
                    then {{ rounded_ratio('counted.page_seconds_total', 'counted.page_view_count') }}
                else 0
            end as decimal(9, 2)
        ) as page_seconds,
        cast(coalesce(counted.contact_count, 0) as int) as contact_count,
        cast(coalesce(counted.adjusted_count, 0) as int) as adjusted_count,
        population.as_of_date

    from population

    inner join dates
        on population.as_of_date = dates.as_of_date

    left join counted
        on
            population.customer_id = counted.customer_id
            and population.as_of_date = counted.as_of_date

)

select * from activity_inputs
