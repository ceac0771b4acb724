-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 月；订单 = 有购买行的发票
create or replace table monthly_orders as
select
    basis,
    invoice_month,
    count(distinct invoice_no) filter (is_purchase) as order_count,
    sum(quantity)::bigint as units,
    mean(sum(quantity), count(distinct invoice_no) filter (is_purchase)) as units_per_order,
    invoice_month = '2011-12' as is_partial_month
from counted_lines
group by basis, invoice_month
