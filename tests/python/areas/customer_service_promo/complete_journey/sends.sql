-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次发送（活动 × 家庭）；发送时间 = 活动开始日 00:00，商品 = 活动的券里编号（文本）最小的
create or replace table sends as
select
    campaign_id || '-' || household_id as send_id,
    campaign_id,
    household_id,
    campaign_type,
    (select min(coupons.product_id) from coupons where coupons.campaign_id = campaigns.campaign_id) as product_id,
    start_date as send_date,
    cast(start_date as timestamp) as send_time,
    0.00::decimal(10, 2) as promo_amount
from campaigns
join campaign_descriptions using (campaign_id)
