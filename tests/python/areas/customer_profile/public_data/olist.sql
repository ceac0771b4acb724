-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 原始文件作四张表：明细、已支付的订单、商品、人；取消的、没有货的不算支付
create table people as
select
    customer_id as record_id,
    customer_unique_id as customer_id
from read_parquet(getvariable('source') || '/olist_customers_dataset.parquet');

create table all_orders as
select
    order_id,
    people.customer_id,
    order_status,
    coalesce(order_approved_at, if(order_status = 'delivered', order_purchase_timestamp, null)) as paid_at
from read_parquet(getvariable('source') || '/olist_orders_dataset.parquet') as placed
join people on placed.customer_id = people.record_id;

create table orders as
select
    order_id,
    customer_id,
    paid_at::date as pay_date
from all_orders
where paid_at is not null and order_status not in ('canceled', 'unavailable', 'created');

create table lines as
select
    order_id,
    orders.customer_id,
    product_id,
    price::decimal(18, 2) as amount,
    pay_date
from read_parquet(getvariable('source') || '/olist_order_items_dataset.parquet')
join orders using (order_id);

create table products as
select
    product_id,
    product_category_name as category_id,
    true as is_on_sale
from read_parquet(getvariable('source') || '/olist_products_dataset.parquet');

create table customers as
select distinct customer_id from people
