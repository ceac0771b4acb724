-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户；预期间隔 = (n × 自己的中位数 + 3 × 全体的中位数) ÷ (n + 3)，两位小数，限于 7–180 天
create or replace table lifecycle as
with
days as (
    select distinct
        customer_id,
        pay_date
    from orders
    where pay_date <= getvariable('as_of')
),
gaps as (
    select
        *,
        pay_date - lag(pay_date) over (partition by customer_id order by pay_date) as gap
    from days
),
own as (
    select
        customer_id,
        count(*) as day_count,
        count(gap) as gap_count,
        median(gap) as own_median,
        getvariable('as_of') - max(pay_date) as quiet_days,
        max(gap) filter (pay_date > getvariable('as_of') - 30) as recent_gap
    from gaps
    group by customer_id
),
typical as (
    select median(own_median) as typical_gap from own
),
expected as (
    select
        *,
        -- 分数的一百倍四舍五入：中位数都是四分之一的倍数，整数里没有误差
        ((200 * (gap_count * coalesce(own_median, 0) + 3 * typical_gap))::bigint + gap_count + 3)
        // (2 * (gap_count + 3)) as hundredths
    from own
    cross join typical
),
bounded as (
    select
        *,
        greatest(700, least(18000, coalesce(hundredths, 18000))) as gap_hundredths
    from expected
)
select
    customers.customer_id,
    coalesce(day_count, 0) as purchase_day_count,
    case
        when day_count is null then 'prospect'
        when 100 * quiet_days > 4 * gap_hundredths then 'churned'
        when 100 * quiet_days > 2 * gap_hundredths then 'dormant'
        when 100 * recent_gap > 4 * gap_hundredths then 'returning'
        when day_count = 1 then 'new'
        when day_count < 5 then 'growing'
        else 'mature'
    end as stage_code
from customers
left join bounded using (customer_id)
