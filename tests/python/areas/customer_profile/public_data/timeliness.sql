-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户；180 天内的接触，时限 1440 分钟：解决得及时为 1，晚则 时限 ÷ 时长，过了时限还没解决为 0
create or replace table timeliness as
with
known as (
    select
        *,
        case when opened_at + to_minutes(minutes) < getvariable('as_of') + interval 1 day then minutes end as known_minutes,
        opened_at + interval 1440 minutes < getvariable('as_of') + interval 1 day as is_due
    from contacts
    where contact_date between getvariable('as_of') - 179 and getvariable('as_of')
),
judged as (
    select
        *,
        case
            when known_minutes <= 1440 then 1
            when known_minutes > 1440 then 1440 / known_minutes
            when is_due then 0
        end as score
    from known
)
select
    customers.customer_id,
    count(service_id) as contact_count,
    count(score) as judged_count,
    round(avg(score), 6) as timeliness
from customers
left join judged using (customer_id)
group by customers.customer_id
