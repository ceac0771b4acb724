-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 统计周期，固定 3 行：本周期与此前等长的上一周期（紧接在前，不重叠）

with

stat_periods as (

    {{ stat_periods() }}

),

days as (

    select * from {{ ref('dws_customer_service_promo_daily') }}

),

periods as (

    select
        stat_period,
        start_date,
        end_date,
        date_sub(start_date, datediff(end_date, start_date) + 1) as previous_start_date,
        date_sub(start_date, 1) as previous_end_date

    from stat_periods

),

first_day as (

    select min(dt) as dt from days

),

totals as (

    select
        periods.stat_period,
        sum(case when days.dt >= periods.start_date then days.send_count else 0 end) as send_count,
        sum(case when days.dt < periods.start_date then days.send_count else 0 end) as previous_send_count,
        sum(case when days.dt >= periods.start_date then days.use_count else 0 end) as use_count,
        sum(case when days.dt < periods.start_date then days.use_count else 0 end) as previous_use_count,
        sum(case when days.dt >= periods.start_date then days.valid_use_count else 0 end) as valid_use_count,
        sum(case when days.dt < periods.start_date then days.valid_use_count else 0 end) as previous_valid_use_count

    from periods

    left join days
        on days.dt between periods.previous_start_date and periods.end_date

    group by periods.stat_period

),

comparison as (

    select
        periods.stat_period,
        periods.start_date,
        periods.end_date,
        totals.send_count,
        totals.use_count,
        totals.valid_use_count,
        {{ use_rate('totals.use_count', 'totals.send_count') }} as use_rate,
        periods.previous_start_date,
        periods.previous_end_date,
        totals.previous_send_count,
        totals.previous_use_count,
        totals.previous_valid_use_count,
        {{ use_rate('totals.previous_use_count', 'totals.previous_send_count') }} as previous_use_rate,
        coalesce(first_day.dt <= periods.previous_start_date, false) as is_previous_complete,
        {{ etl_load_time() }} as etl_load_time

    from periods

    inner join totals
        on periods.stat_period = totals.stat_period

    cross join first_day

)

select * from comparison
