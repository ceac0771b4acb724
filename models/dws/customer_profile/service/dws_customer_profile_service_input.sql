-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 有画像授权的客户：服务健康度的输入，没有接触的客户全是 0
{%- set window_days = whole_number_setting('customer_profile_service_window_days', 1, 9999) %}
{%- set target_minutes = 'coalesce(targets.target_minutes, other_targets.target_minutes)' %}

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled

),

contacts as (

    select * from {{ ref('dwd_service_fact') }}
    where customer_id is not null and {{ is_human_contact('contact_source') }}

),

targets as (

    select * from {{ ref('customer_profile_resolution_target') }}

),

-- 没有列出的问题分类用 其他 的时限
other_targets as (

    select target_minutes from targets
    where issue_category = '其他'

),

-- 当天结束时知道的：之后才解决的，当时还没有解决
judged as (

    select
        contacts.customer_id,
        dates.as_of_date,
        {{ is_complaint('contacts.issue_category') }} as is_complaint,
        contacts.nps_score,
        {{ contact_timeliness('contacts', 'dates.as_of_date', target_minutes) }} as timeliness

    from contacts

    inner join dates
        on {{ is_within_days('contacts.contact_date', 'dates.as_of_date', window_days) }}

    left join targets
        on contacts.issue_category = targets.issue_category

    cross join other_targets

),

counted as (

    select
        customer_id,
        as_of_date,
        count(*) as contact_count,
        count_if(is_complaint) as complaint_count,
        count(timeliness) as judged_count,
        cast(avg(timeliness) as decimal(13, 12)) as timeliness,
        count(nps_score) as answer_count,
        sum(nps_score) as score_total

    from judged

    group by customer_id, as_of_date

),

service_inputs as (

    select
        population.customer_id,
        cast(coalesce(counted.contact_count, 0) as int) as contact_count,
        cast(coalesce(counted.complaint_count, 0) as int) as complaint_count,
        cast(coalesce(counted.judged_count, 0) as int) as judged_count,
        counted.timeliness,
        cast(coalesce(counted.answer_count, 0) as int) as answer_count,
        cast(coalesce(counted.score_total, 0) as int) as score_total,
        population.as_of_date

    from population

    inner join dates
        on population.as_of_date = dates.as_of_date

    left join counted
        on
            population.customer_id = counted.customer_id
            and population.as_of_date = counted.as_of_date

)

select * from service_inputs
