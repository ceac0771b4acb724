-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户；买过的在售类目 ÷ 在售类目，四位小数
create or replace table penetration as
with
on_sale as (
    select distinct category_id from products
    where is_on_sale and category_id is not null
),
bought as (
    select
        lines.customer_id,
        count(distinct category_id) as bought_category_count
    from lines
    join products using (product_id)
    where pay_date <= getvariable('as_of') and category_id in (select category_id from on_sale)
    group by lines.customer_id
),
counted as (
    select
        customers.customer_id,
        coalesce(bought_category_count, 0) as bought_category_count,
        (select count(*) from on_sale) as on_sale_category_count
    from customers
    left join bought using (customer_id)
)
select
    *,
    (((20000 * bought_category_count + on_sale_category_count) // (2 * on_sale_category_count)) / 10000)::decimal(5, 4)
        as penetration_rate
from counted
