-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 每月件数最多的五行之一
create or replace table super_orders as
select
    invoice_month,
    invoice_no,
    stock_code,
    customer_id,
    description,
    quantity,
    amount,
    percentage(amount, month_amount) as month_amount_share,
    undone_by_invoice_no,
    undone_after_minutes
from (
    select
        *,
        rank() over (partition by invoice_month order by quantity desc, amount desc) as place,
        sum(amount) over (partition by invoice_month) as month_amount
    from counted_lines
    where basis = 'gross'
)
where place <= 5
