-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 软件包里的原始文件作四张表：明细、订单、商品、客户；时间由 UTC 换成纽约
create table lines as
select
    basket_id::varchar as order_id,
    household_id::varchar as customer_id,
    product_id::varchar as product_id,
    sales_value::decimal(18, 2) as amount,
    retail_disc::decimal(18, 2) + coupon_match_disc::decimal(18, 2) as discount_amount,
    timezone('America/New_York', timezone('UTC', transaction_timestamp))::date as pay_date
from read_parquet(getvariable('source') || '/transactions.parquet');

create table orders as
select distinct
    order_id,
    customer_id,
    pay_date
from lines;

create table products as
select
    product_id::varchar as product_id,
    product_category as category_id,
    product_id::varchar in (select product_id from lines) as is_on_sale
from read_parquet(getvariable('source') || '/products.parquet');

create table customers as
select customer_id from lines
union
select household_id::varchar from read_parquet(getvariable('source') || '/campaigns.parquet')
union
select household_id::varchar from read_parquet(getvariable('source') || '/demographics.parquet')
