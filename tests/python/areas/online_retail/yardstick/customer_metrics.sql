-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 有购买的客户：最后一次购买距快照的整天数、发票数、金额
create or replace table customer_metrics as
select
    basis,
    customer_id,
    datesub('day', max(invoice_date) filter (is_purchase), timestamp '2011-12-10 00:00:00')::int as recency_days,
    count(distinct invoice_no) filter (is_purchase) as frequency,
    sum(amount)::decimal(28, 3) as monetary
from counted_lines
group by basis, customer_id
having count(*) filter (is_purchase) > 0
