-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 月
create or replace table monthly_trend as
select
    basis,
    invoice_month,
    count(distinct customer_id) filter (is_purchase) as customer_count,
    sum(amount)::decimal(28, 3) as amount,
    mean(sum(amount), count(distinct customer_id) filter (is_purchase)) as amount_per_customer,
    invoice_month = '2011-12' as is_partial_month
from counted_lines
group by basis, invoice_month
