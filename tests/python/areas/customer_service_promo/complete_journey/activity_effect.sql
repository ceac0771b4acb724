-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个活动，从开始累计到统计截止日
create or replace table activity_effect as
with
counted as (
    select
        campaign_id,
        (
            select count(*) from sends
            where sends.campaign_id = described.campaign_id and send_date <= getvariable('as_of')
        ) as send_count,
        (
            select count(*) from uses
            where uses.campaign_id = described.campaign_id and pay_date <= getvariable('as_of')
        ) as use_count,
        'Campaign ' || campaign_id || ' (' || campaign_type || ')' as activity_name,
        case
            when getvariable('as_of') between start_date and end_date then '进行中'
            when getvariable('as_of') < start_date then '未开始'
            when getvariable('as_of') > end_date then '已结束'
        end as activity_status
    from campaign_descriptions as described
)
select
    campaign_id as activity_id,
    activity_name,
    activity_status,
    send_count,
    use_count,
    rate(use_count, send_count) as use_rate,
    rank() over (order by rate(use_count, send_count) desc nulls last, use_count desc) as "rank"
from counted
