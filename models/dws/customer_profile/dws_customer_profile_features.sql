-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 有画像授权的客户：设计文档的 customer_features；每个特征说明自己是否缺失，补值是模型的事
{%- set features = [
    'avg_order_value', 'avg_line_amount', 'visit_week_count', 'visits_per_week', 'avg_satisfaction', 'order_rfm_total'
] %}

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled

),

-- 数据从哪天起有页面浏览；没有的数据里，没有到访说明不了什么
view_start as (

    select first_date as first_view_date from {{ ref('dws_customer_profile_touch_start') }}
    where touch_type = 'page_view'

),

visits as (

    select * from {{ ref('dwd_behavior_fact') }}
    where customer_id is not null and not is_bot and event_type = 'page_view'

),

counted as (

    select
        visits.customer_id,
        dates.as_of_date,
        size(collect_set(trunc(visits.event_date, 'week'))) as visit_week_count,
        size(collect_set(visits.session_id)) as visit_count

    from visits

    inner join dates
        on visits.event_date <= dates.as_of_date

    group by visits.customer_id, dates.as_of_date

),

-- 周从星期一起；从客户出现或数据开始有浏览的那一周数到当天这一周，两者取晚的
observed as (

    select
        population.customer_id,
        population.as_of_date,
        case
            when view_start.first_view_date is not null
                then {{ calendar_weeks(
                    'greatest(view_start.first_view_date, least(to_date(population.register_time), population.first_seen_date))',
                    'population.as_of_date'
                ) }}
        end as observed_week_count

    from population

    inner join dates
        on population.as_of_date = dates.as_of_date

    left join view_start
        on population.as_of_date >= view_start.first_view_date

),

measured as (

    select
        observed.customer_id,
        cast({{ rounded_ratio('order_metrics.net_amount', 'order_metrics.order_count') }} as decimal(28, 2))
            as avg_order_value,
        cast({{ rounded_ratio('order_metrics.gross_amount', 'order_metrics.line_count') }} as decimal(28, 2))
            as avg_line_amount,
        observed.observed_week_count,
        case when observed.observed_week_count > 0 then coalesce(counted.visit_week_count, 0) end as visit_week_count,
        cast(cast(coalesce(counted.visit_count, 0) as decimal(12, 0)) / observed.observed_week_count as decimal(9, 4))
            as visits_per_week,
        service_health.satisfaction as avg_satisfaction,
        order_rfm.order_rfm_total,
        observed.as_of_date

    from observed

    left join {{ ref('dws_customer_profile_order_metrics') }} as order_metrics
        on observed.customer_id = order_metrics.customer_id and observed.as_of_date = order_metrics.as_of_date

    left join {{ ref('dws_customer_profile_order_rfm') }} as order_rfm
        on observed.customer_id = order_rfm.customer_id and observed.as_of_date = order_rfm.as_of_date

    left join {{ ref('dws_customer_profile_service_health') }} as service_health
        on observed.customer_id = service_health.customer_id and observed.as_of_date = service_health.as_of_date

    left join counted
        on observed.customer_id = counted.customer_id and observed.as_of_date = counted.as_of_date

),

features as (

    select
        customer_id,
        {% for feature in features -%}
        {{ feature }},
        {{ feature }} is null as is_{{ feature }}_missing,
        {% endfor -%}
        observed_week_count,
        as_of_date

    from measured

)

select * from features
