-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 用户等级
create or replace table level_profile as
select
    user_level,
    count(*) as customer_count,
    percentage(count(*), sum(count(*)) over ()) as customer_share,
    median(recency_days)::decimal(10, 1) as median_recency_days,
    median(frequency)::decimal(10, 1) as median_frequency,
    sum(monetary)::decimal(28, 3) as amount,
    percentage(sum(monetary), sum(sum(monetary)) over ()) as amount_share
from customer_rfm
group by user_level
