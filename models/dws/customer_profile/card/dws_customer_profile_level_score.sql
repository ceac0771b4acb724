-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 同意画像的客户 × 等级的种类（客服专属优惠、订单），截止日有这种等级的：等级从哪些值、哪些分来

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled and as_of_date = {{ as_of_date() }}

),

promo_scores as (

    select * from {{ ref('dws_customer_service_promo_consumer_rfm') }}
    where as_of_date = {{ as_of_date() }}

),

order_scores as (

    select * from {{ ref('dws_customer_profile_order_rfm') }}
    where as_of_date = {{ as_of_date() }}

),

order_metrics as (

    select * from {{ ref('dws_customer_profile_order_metrics') }}
    where as_of_date = {{ as_of_date() }}

),

scores as (

    select
        'promo' as level_kind,
        consumer_id as customer_id,
        user_level,
        rfm_total,
        r_score,
        f_score,
        m_score,
        recency_days,
        frequency,
        monetary,
        monetary as counted_amount,
        as_of_date

    from promo_scores

    union all

    -- 净额为负的客户 M 记 0，再花的钱先抵这笔负数
    select
        'order' as level_kind,
        order_scores.customer_id,
        order_scores.order_rfm_level as user_level,
        order_scores.order_rfm_total as rfm_total,
        order_scores.r_score,
        order_scores.f_score,
        order_scores.m_score,
        order_scores.recency_days,
        order_scores.frequency,
        order_scores.monetary,
        order_metrics.window_net_amount as counted_amount,
        order_scores.as_of_date

    from order_scores

    inner join order_metrics
        on order_scores.customer_id = order_metrics.customer_id

),

level_scores as (

    select
        scores.customer_id,
        scores.level_kind,
        scores.user_level,
        scores.rfm_total,
        {{ rfm_next_total('scores.rfm_total') }} as next_total,
        scores.r_score,
        scores.f_score,
        scores.m_score,
        scores.recency_days,
        scores.frequency,
        scores.monetary,
        scores.counted_amount,
        scores.as_of_date

    from scores

    left semi join population
        on scores.customer_id = population.customer_id

)

select * from level_scores
