-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户 × 等级的种类，客户自己做得到的：按存下的切点升到下一级最短的路，先比次数，再比钱
{%- set r_bounds, f_bounds, m_bounds = rfm_bound_columns('r'), rfm_bound_columns('f'), rfm_bound_columns('m') %}

with

level_scores as (

    select * from {{ ref('dws_customer_profile_level_score') }}
    where next_total is not null

),

cut_points as (

    {{ level_cut_points() }}

),

bounds as (

    {{ rfm_bounds('cut_points', each='level_kind') }}

),

-- 订单是客户自己下的；优惠由客服发送，客户改变不了发送次数
candidates as (

    select
        level_scores.*,
        bounds.{{ (r_bounds + f_bounds + m_bounds) | join(',\n        bounds.') }},
        frequencies.target_frequency,
        amounts.target_monetary,
        greatest(frequencies.target_frequency - level_scores.frequency, 1) as purchase_count

    from level_scores

    inner join bounds
        on level_scores.level_kind = bounds.level_kind

        lateral view explode(if(
            level_scores.level_kind = 'promo', array(frequency),
            array(frequency, frequency + 1, {{ f_bounds | join(', ') }})
        )) frequencies as target_frequency

        lateral view explode(array(monetary, {{ m_bounds | join(', ') }})) amounts as target_monetary

),

scored as (

    select
        *,
        {{ rfm_score('target_frequency', f_bounds, '>=') }} as reached_f_score,
        {{ rfm_score('target_monetary', m_bounds, '>=') }} as reached_m_score

    from candidates

    where target_frequency >= frequency and target_monetary >= monetary

),

-- R 只要补足 F、M 之外还差的分；再买一次 R 就是 0 天，连 0 天都不够的走不通
moves as (

    select
        *,
        case
            when next_total - reached_f_score - reached_m_score <= r_score then recency_days
            else -element_at(array({{ r_bounds | join(', ') }}), next_total - reached_f_score - reached_m_score - 1)
        end as target_recency_days

    from scored

    where next_total - reached_f_score - reached_m_score <= {{ rfm_score('0', r_bounds, '>=') }}

),

ranked_moves as (

    select
        *,
        row_number() over (
            partition by customer_id, level_kind
            order by purchase_count, target_monetary, target_frequency
        ) as place

    from moves

),

ways_up as (

    select
        customer_id,
        level_kind,
        cast(purchase_count as bigint) as purchase_count,
        cast(target_recency_days as int) as target_recency_days,
        cast(target_frequency as bigint) as target_frequency,
        cast(target_monetary as decimal(28, 2)) as target_monetary,
        {{ rfm_score('-target_recency_days', r_bounds, '>=') }} as reached_r_score,
        reached_f_score,
        reached_m_score,
        as_of_date

    from ranked_moves

    where place = 1

)

select * from ways_up
