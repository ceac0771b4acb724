-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次核销；支付时间 = 核销日 12:00，发送后 24 小时内有效，不限购
create table uses as
with
paid_on_day as (
    select household_id, transaction_timestamp::date as redemption_date, sum(sales_value::decimal(18, 2)) as paid
    from transactions_sample
    where coupon_disc > 0
    group by all
),
-- 抽样交易里当天用券购买的金额只记一次，记在当天的第一笔核销上
paying_redemption as (
    select household_id, redemption_date, min((campaign_id, coupon_upc)) as redemption
    from coupon_redemptions
    group by all
)
select
    redeemed.campaign_id,
    redeemed.household_id,
    sends.campaign_type,
    redeemed.redemption_date as pay_date,
    coalesce(paid_on_day.paid, 0)::decimal(18, 2) as pay_amount,
    redeemed.redemption_date + time '12:00:00' as pay_time,
    pay_time >= sends.send_time and pay_time <= sends.send_time + interval 24 hours and pay_amount > 0 as is_valid
from coupon_redemptions as redeemed
join sends using (campaign_id, household_id)
left join paying_redemption
    on
        redeemed.household_id = paying_redemption.household_id
        and redeemed.redemption_date = paying_redemption.redemption_date
        and (redeemed.campaign_id, redeemed.coupon_upc) = paying_redemption.redemption
left join paid_on_day
    on
        paying_redemption.household_id = paid_on_day.household_id
        and paying_redemption.redemption_date = paid_on_day.redemption_date
