-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 同意画像的客户 × 等级的种类，截止日有这种等级的：升到下一级最少要做什么；没有这种等级的没有行

with

level_scores as (

    select * from {{ ref('dws_customer_profile_level_score') }}

),

ways_up as (

    select * from {{ ref('dws_customer_profile_way_up') }}

),

customer_ways as (

    select
        level_scores.customer_id,
        level_scores.level_kind,
        level_scores.user_level,
        level_scores.rfm_total,
        level_scores.r_score,
        level_scores.f_score,
        level_scores.m_score,
        level_scores.recency_days,
        level_scores.frequency,
        level_scores.monetary,
        {{ rfm_user_level('level_scores.next_total') }} as next_level,
        case
            when level_scores.next_total is null then 'top'
            when ways_up.customer_id is null then 'unreachable'
            else 'reachable'
        end as way_status,
        ways_up.purchase_count,
        ways_up.target_recency_days,
        ways_up.target_frequency,
        ways_up.target_monetary,
        level_scores.recency_days - ways_up.target_recency_days as days_less,
        ways_up.target_frequency - level_scores.frequency as orders_more,
        -- M 不用变的，一分钱也不用多花
        cast(
            ways_up.target_monetary
            - case
                when ways_up.target_monetary > level_scores.monetary then level_scores.counted_amount
                else level_scores.monetary
            end as decimal(28, 2)
        ) as amount_more,
        ways_up.reached_r_score,
        ways_up.reached_f_score,
        ways_up.reached_m_score,
        ways_up.reached_r_score + ways_up.reached_f_score + ways_up.reached_m_score as reached_total,
        {{ rfm_user_level('ways_up.reached_r_score + ways_up.reached_f_score + ways_up.reached_m_score') }}
            as reached_level,
        level_scores.as_of_date,
        {{ etl_load_time() }} as etl_load_time

    from level_scores

    left join ways_up
        on level_scores.customer_id = ways_up.customer_id and level_scores.level_kind = ways_up.level_kind

)

select * from customer_ways
