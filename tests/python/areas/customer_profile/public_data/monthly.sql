-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 支付的月份；没有退款，净额就是明细金额之和
create or replace table monthly as
with
order_amounts as (
    select
        order_id,
        sum(amount) as amount
    from lines
    group by order_id
)
select
    date_trunc('month', pay_date)::date as month_start,
    count(*) as order_count,
    count(distinct customer_id) as customer_count,
    coalesce(sum(amount), 0)::decimal(28, 2) as net_amount
from orders
left join order_amounts using (order_id)
group by month_start
