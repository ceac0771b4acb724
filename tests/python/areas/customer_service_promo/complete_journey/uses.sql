-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次核销；支付时间 = 核销日 12:00，发送后 24 小时内有效，不限购
create or replace table uses as
with
-- 一次核销可能支付的明细：该家庭当天（门店时钟）买的、这张券适用的商品
payable as (
    select
        transactions.*,
        redeemed.campaign_id,
        redeemed.coupon_upc,
        redeemed.redemption_date,
        coupon_disc > 0 as is_discounted
    from transactions
    join coupon_redemptions as redeemed
        on
            transactions.household_id = redeemed.household_id
            and timezone('America/New_York', timezone('UTC', utc))::date = redeemed.redemption_date
    where (campaign_id, coupon_upc, product_id) in (select (campaign_id, coupon_upc, product_id) from coupons)
),
-- 有用券折扣的明细时只算它们，否则全算
meant as (
    select *
    from payable
    qualify is_discounted or not bool_or(is_discounted) over (partition by household_id, campaign_id, coupon_upc, redemption_date)
),
-- 几次核销都可能支付的明细只归一次：活动、券按文本排在最前的
paid as (
    select *
    from meant
    qualify row_number() over (partition by line order by campaign_id, coupon_upc) = 1
),
paid_per_use as (
    select household_id, campaign_id, coupon_upc, redemption_date, sum(sales_value) as paid
    from paid
    group by all
)
select
    redeemed.campaign_id || '-' || household_id || '-' || coupon_upc || '-' || redemption_date as use_id,
    sends.send_id,
    redeemed.campaign_id,
    household_id,
    sends.campaign_type,
    redeemed.redemption_date as pay_date,
    coalesce(paid, 0)::decimal(18, 2) as pay_amount,
    redeemed.redemption_date + time '12:00:00' as pay_time,
    pay_time >= sends.send_time and pay_time <= sends.send_time + interval 24 hours and pay_amount > 0 as is_valid_use
from coupon_redemptions as redeemed
join sends using (campaign_id, household_id)
left join paid_per_use using (household_id, campaign_id, coupon_upc, redemption_date)
