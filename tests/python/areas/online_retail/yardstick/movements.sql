-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 已知客户的一次购买或取消，按发生的先后；goods 相同的取消撤销购买
create or replace table movements as
select
    line_no,
    (customer_id, lower(stock_code), unit_price, abs(quantity))::varchar as goods,
    line_class = 'cancellation' as is_cancellation,
    row_number() over (order by invoice_date, line_class = 'cancellation', invoice_no, line_no) as step
from lines
where is_analysis_row or (line_class = 'cancellation' and customer_id is not null and quantity < 0)
