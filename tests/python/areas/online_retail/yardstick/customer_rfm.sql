-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位客户；得分 = 1 + floor(5 × (名次 - 1) / 人数)，名次从最差的数起，同值同名次
create or replace table customer_rfm as
with
scored as (
    select
        *,
        1 + 5 * (rank() over (order by recency_days desc) - 1) // count(*) over () as r_score,
        1 + 5 * (rank() over (order by frequency) - 1) // count(*) over () as f_score,
        1 + 5 * (rank() over (order by monetary) - 1) // count(*) over () as m_score
    from customer_metrics
    where basis = 'gross'
),
levels (user_level, lowest, highest) as (
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
    r_score + f_score + m_score as rfm_total,
    r_score || '' || f_score || m_score as rfm_code,
    user_level
from scored
left join levels on r_score + f_score + m_score between lowest and highest
