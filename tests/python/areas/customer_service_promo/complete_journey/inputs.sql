-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 软件包里的原始文件；编号一律作文本，日期去掉时刻；明细只留核销过的家庭
create table campaign_descriptions as
select
    campaign_id::varchar as campaign_id,
    campaign_type,
    start_date::date as start_date,
    end_date::date as end_date
from read_parquet(getvariable('folder') || '/campaign_descriptions.parquet');

create table campaigns as
select
    campaign_id::varchar as campaign_id,
    household_id::varchar as household_id
from read_parquet(getvariable('folder') || '/campaigns.parquet');

create table coupons as
select
    coupon_upc::varchar as coupon_upc,
    product_id::varchar as product_id,
    campaign_id::varchar as campaign_id
from read_parquet(getvariable('folder') || '/coupons.parquet');

create table coupon_redemptions as
select
    household_id::varchar as household_id,
    coupon_upc::varchar as coupon_upc,
    campaign_id::varchar as campaign_id,
    redemption_date::date as redemption_date
from read_parquet(getvariable('folder') || '/coupon_redemptions.parquet');

create table transactions as
select
    file_row_number as line,
    household_id::varchar as household_id,
    product_id::varchar as product_id,
    sales_value::decimal(18, 2) as sales_value,
    coupon_disc,
    transaction_timestamp as utc
from read_parquet(getvariable('folder') || '/transactions.parquet', file_row_number = true)
where household_id::varchar in (select household_id from coupon_redemptions)
