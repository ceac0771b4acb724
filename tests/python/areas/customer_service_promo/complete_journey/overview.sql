-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 统计周期 × 用户等级，共 15 行
create or replace table overview as
with
periods (stat_period, days) as (
    values ('日', 1), ('7天', 7), ('30天', 30)
),
windows as (
    select stat_period, getvariable('as_of') - (days - 1) as first_date, getvariable('as_of') as last_date
    from periods
),
groups (user_level) as (
    values ('整体'), ('流失用户'), ('一般用户'), ('潜力用户'), ('高价值用户')
),
-- 整体不经过 RFM：每个事件既属于整体，也属于其客户的等级
events as (
    select household_id, send_date as event_date, 1 as sent, 0 as used, 0 as used_validly from sends
    union all
    select household_id, pay_date, 0, 1, is_valid_use::int from uses
),
counted as (
    select '整体' as user_level, * from events
    union all
    select user_level, events.* from events join consumer_rfm on events.household_id = consumer_rfm.consumer_id
),
totals as (
    select
        stat_period,
        user_level,
        sum(sent)::bigint as total_send_count,
        sum(used)::bigint as total_use_count,
        sum(used_validly)::bigint as valid_use_count
    from windows
    join counted on event_date between first_date and last_date
    group by all
)
select
    stat_period,
    user_level,
    coalesce(total_send_count, 0) as total_send_count,
    coalesce(total_use_count, 0) as total_use_count,
    coalesce(valid_use_count, 0) as valid_use_count,
    rate(total_use_count, total_send_count) as use_rate
from windows
cross join groups
left join totals using (stat_period, user_level)
