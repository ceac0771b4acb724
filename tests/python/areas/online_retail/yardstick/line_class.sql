-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 行类别，没有行的类别为 0
create or replace table line_class as
with
classes as (
    select
        unnest([
            'invalid', 'duplicate', 'after_snapshot', 'cancellation', 'adjustment',
            'no_customer', 'incomplete', 'non_product', 'free', 'sale'
        ]) as line_class,
        unnest(range(1, 11))::int as class_order
)
select
    line_class,
    class_order,
    count(line_no) as line_count,
    percentage(count(line_no), (select count(*) from lines)) as line_share,
    count(*) filter (is_analysis_row) as analysis_line_count,
    count(distinct invoice_no) as invoice_count,
    count(distinct customer_id) as customer_count,
    coalesce(sum(amount), 0)::decimal(28, 3) as amount
from classes
left join lines using (line_class)
group by line_class, class_order
