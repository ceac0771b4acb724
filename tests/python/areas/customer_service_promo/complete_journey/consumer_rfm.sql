-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位收到或核销过优惠的客户；得分 = 1 + floor(5 × (名次 - 1) / 人数)，名次从最差的数起，同值同名次
create or replace table consumer_rfm as
with
metrics as (
    select
        household_id,
        if(last_paid is null, 999, least(getvariable('as_of') - last_paid, 998)) as recency_days,
        coalesce(received, 0) as frequency,
        coalesce(paid, 0)::decimal(18, 2) as monetary
    from (
        select household_id from sends where send_date <= getvariable('as_of')
        union
        select household_id from uses where pay_date <= getvariable('as_of')
    )
    left join (
        select household_id, max(pay_date) as last_paid
        from uses
        where pay_date <= getvariable('as_of')
        group by household_id
    ) using (household_id)
    left join (
        select household_id, count(*) as received
        from sends
        where getvariable('as_of') - send_date between 0 and 29
        group by household_id
    ) using (household_id)
    left join (
        select household_id, sum(pay_amount) as paid
        from uses
        where getvariable('as_of') - pay_date between 0 and 29
        group by household_id
    ) using (household_id)
),
scored as (
    select
        *,
        1 + 5 * (rank() over (order by recency_days desc) - 1) // count(*) over () as r_score,
        1 + 5 * (rank() over (order by frequency) - 1) // count(*) over () as f_score,
        1 + 5 * (rank() over (order by monetary) - 1) // count(*) over () as m_score
    from metrics
),
levels (user_level, lowest, highest) as (
    values ('流失用户', 3, 5), ('一般用户', 6, 8), ('潜力用户', 9, 12), ('高价值用户', 13, 15)
)
select
    household_id as consumer_id,
    recency_days,
    frequency,
    monetary,
    r_score,
    f_score,
    m_score,
    r_score + f_score + m_score as rfm_total,
    r_score || '' || f_score || m_score as rfm_code,
    user_level
from scored
left join levels on r_score + f_score + m_score between lowest and highest
