-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 计入该口径的一行：gross 是分析行；net 去掉被撤销的购买，再加没有撤销任何购买的取消
create or replace table counted_lines as
with
reversed as (
    select
        purchase_no as line_no,
        cancelling.invoice_no as undone_by_invoice_no,
        date_diff('minute', bought.invoice_date, cancelling.invoice_date) as undone_after_minutes
    from undone
    join lines as bought on purchase_no = bought.line_no
    join lines as cancelling on cancellation_no = cancelling.line_no
),
purchases as (
    select lines.*, undone_by_invoice_no, undone_after_minutes, true as is_purchase
    from lines
    left join reversed using (line_no)
    where is_analysis_row
)
select 'gross' as basis, * from purchases
union all
select 'net', * from purchases where undone_by_invoice_no is null
union all
select 'net', *, null, null, false
from lines
where
    line_class = 'cancellation'
    and customer_id is not null
    and line_no not in (select cancellation_no from undone)
