-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 原始文件作六张表：事件、会话、明细、订单、商品、客户；完全相同的事件算一个
create table events as
select distinct
    event_time,
    event_type,
    product_id::varchar as product_id,
    user_id::varchar as customer_id,
    user_session as session_id
from read_parquet(getvariable('source'));

create table sessions as
select count(distinct session_id) + count_if(session_id is null) as session_count from events;

create table lines as
select
    user_session as order_id,
    user_id::varchar as customer_id,
    product_id::varchar as product_id,
    price::decimal(18, 2) as amount,
    min(event_time) over (partition by user_session)::date as pay_date
from read_parquet(getvariable('source'))
where event_type = 'purchase';

create table orders as
select distinct
    order_id,
    customer_id,
    pay_date
from lines;

create table products as
select distinct
    product_id::varchar as product_id,
    category_id::varchar as category_id,
    true as is_on_sale
from read_parquet(getvariable('source'));

create table customers as
select distinct customer_id from events
