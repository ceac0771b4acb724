-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 客户 × 有购买的月
create or replace table buyers as
select
    basis,
    customer_id,
    invoice_month,
    count(distinct invoice_no) as order_count
from counted_lines
where is_purchase
group by basis, customer_id, invoice_month
