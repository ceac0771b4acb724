-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日：客户全体有多少人、同意什么、买过什么、活跃与健康到什么程度、多少人有预警

with

profile_dates as (

    select as_of_date from {{ ref('dws_customer_profile_date') }}

),

population as (

    select
        as_of_date,
        count(*) as customer_count,
        count_if(is_known) as known_count,
        count_if(is_profiled) as profiled_count,
        count_if(is_profiled and is_marketable) as marketable_count

    from {{ ref('dws_customer_profile_population') }}

    group by as_of_date

),

sales as (

    select * from {{ ref('dws_customer_profile_sales_to_date') }}

),

-- 没有一位客户有指数：数据里没有事件，人数为空而不是 0
activity as (

    select
        as_of_date,
        if(count(activity_index_frozen) > 0, count_if(activity_index_frozen > 0), null) as active_count,
        cast({{ rounded_ratio('sum(activity_index_frozen)', 'count(activity_index_frozen)') }} as decimal(5, 2))
            as mean_activity_index

    from {{ ref('dws_customer_profile_activity') }}

    group by as_of_date

),

service as (

    select
        as_of_date,
        count_if(contact_count > 0) as contacted_count,
        count(service_health) as health_count,
        cast({{ rounded_ratio('100 * sum(service_health)', 'count(service_health)') }} / 100 as decimal(5, 4))
            as mean_service_health

    from {{ ref('dws_customer_profile_service_health') }}

    group by as_of_date

),

warnings as (

    select
        as_of_date,
        count(distinct customer_id) as warned_customer_count

    from {{ ref('dws_customer_profile_warning') }}

    group by as_of_date

),

overview as (

    select
        profile_dates.as_of_date,
        coalesce(population.customer_count, 0) as customer_count,
        coalesce(population.known_count, 0) as known_count,
        coalesce(population.profiled_count, 0) as profiled_count,
        coalesce(population.marketable_count, 0) as marketable_count,
        sales.buyer_count,
        sales.order_count,
        sales.gross_amount,
        sales.refund_amount,
        sales.net_amount,
        activity.active_count,
        activity.mean_activity_index,
        nullif(service.contacted_count, 0) as contacted_count,
        nullif(service.health_count, 0) as health_count,
        service.mean_service_health,
        coalesce(warnings.warned_customer_count, 0) as warned_customer_count,
        {{ etl_load_time() }} as etl_load_time

    from profile_dates
    {% for measured in ['population', 'sales', 'activity', 'service', 'warnings'] %}
    left join {{ measured }}
        on profile_dates.as_of_date = {{ measured }}.as_of_date
    {% endfor %}
)

select * from overview
