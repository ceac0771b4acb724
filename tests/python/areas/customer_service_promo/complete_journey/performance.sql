-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位客服（活动类型），截止日在内的 30 天
create or replace table performance as
with
agents as (
    select distinct campaign_type from campaign_descriptions
),
sent as (
    select campaign_type, count(*) as send_count, sum(promo_amount) as promised
    from sends
    where send_date > getvariable('as_of') - 30 and send_date <= getvariable('as_of')
    group by all
),
used as (
    select campaign_type, count(*) as use_count
    from uses
    where pay_date > getvariable('as_of') - 30 and pay_date <= getvariable('as_of')
    group by all
)
select
    campaign_type as customer_service_id,
    campaign_type as cs_name,
    'complete_journey' as shop_id,
    coalesce(send_count, 0) as send_count,
    coalesce(use_count, 0) as use_count,
    rate(coalesce(use_count, 0), coalesce(send_count, 0)) as use_rate,
    ((200 * promised + send_count)::bigint // (2 * send_count) * 0.01)::decimal(10, 2) as avg_promo_amount
from agents
left join sent using (campaign_type)
left join used using (campaign_type)
