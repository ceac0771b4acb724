-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户；按优惠买的占比减去店里同类目、同月份的，店里的按客户自己的金额加权；窗口 365 天
create or replace table price_sensitivity as
with
priced as (
    select
        lines.customer_id,
        category_id,
        date_trunc('month', pay_date) as month_start,
        amount + discount_amount as list_amount,
        if(discount_amount > 0, amount + discount_amount, 0) as discounted
    from lines
    join products using (product_id)
    where category_id is not null and pay_date between getvariable('as_of') - 364 and getvariable('as_of')
),
shop as (
    select
        category_id,
        month_start,
        sum(discounted) / nullif(sum(list_amount), 0) as shop_share
    from priced
    group by category_id, month_start
),
compared as (
    select
        customer_id,
        count(*) as line_count,
        sum(list_amount)::decimal(28, 2) as list_amount,
        (sum(discounted) - sum(list_amount * coalesce(shop_share, 0))) / nullif(sum(list_amount), 0) as difference
    from priced
    join shop using (category_id, month_start)
    group by customer_id
)
select
    customers.customer_id,
    coalesce(line_count, 0) as line_count,
    list_amount,
    case
        when line_count < 3 then null
        when difference >= 0.15 then '高'
        when difference <= -0.15 then '低'
        when difference is not null then '中'
    end as price_sensitivity
from customers
left join compared using (customer_id)
