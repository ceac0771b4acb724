-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户；30 天内有任何事件的天数；多过 200 个事件的会话是机器人，不算
create or replace table login_proxy as
with
kept as (
    select
        customer_id,
        event_time::date as day
    from events
    qualify session_id is null or count(*) over (partition by session_id) <= 200
)
select
    customers.customer_id,
    count(distinct day) filter (day between getvariable('as_of') - 29 and getvariable('as_of')) as login_proxy_days
from customers
left join kept using (customer_id)
group by customers.customer_id
