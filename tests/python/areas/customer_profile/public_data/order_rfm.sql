-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 到截止日买过的客户；得分 = 1 + floor(5 × (名次 - 1) / 人数)，名次从最差的数起，同值同名次
create or replace table order_rfm as
with
bought as (
    select
        customer_id,
        max(pay_date) as last_date,
        count(*) filter (pay_date > getvariable('as_of') - 365) as frequency
    from orders
    where pay_date <= getvariable('as_of')
    group by customer_id
),
spent as (
    select
        customer_id,
        sum(amount) as monetary
    from lines
    where pay_date between getvariable('as_of') - 364 and getvariable('as_of')
    group by customer_id
),
metrics as (
    select
        customer_id,
        getvariable('as_of') - last_date as recency_days,
        frequency,
        coalesce(monetary, 0)::decimal(28, 2) as monetary
    from bought
    left join spent using (customer_id)
),
scored as (
    select
        *,
        1 + 5 * (rank() over (order by recency_days desc) - 1) // count(*) over () as r_score,
        1 + 5 * (rank() over (order by frequency) - 1) // count(*) over () as f_score,
        1 + 5 * (rank() over (order by monetary) - 1) // count(*) over () as m_score
    from metrics
),
levels (order_rfm_level, lowest, highest) as (
    values ('流失用户', 3, 5), ('一般用户', 6, 8), ('潜力用户', 9, 12), ('高价值用户', 13, 15)
)
select
    customer_id,
    recency_days,
    frequency,
    monetary,
    r_score,
    f_score,
    m_score,
    order_rfm_level
from scored
left join levels on r_score + f_score + m_score between lowest and highest
