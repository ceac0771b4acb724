-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 同意画像且买过的客户：生命周期价值分层

with

dates as (

    {{ dates_to_build() }}

),

order_metrics as (

    select order_metrics.*

    from {{ ref('dws_customer_profile_order_metrics') }} as order_metrics

    left semi join dates
        on order_metrics.as_of_date = dates.as_of_date

),

-- 打分要三项，分层只看价值一项：R、F 人人相同。价值目前是到当天为止的净额，还没有预测的一年
buyers as (

    select
        customer_id,
        0 as recency_days,
        0 as frequency,
        net_amount as monetary,
        as_of_date

    from order_metrics

),

scored as (

    {{ calculate_rfm_of_each(
        'buyers',
        'customer_profile_value',
        each='as_of_date',
        listed='(' ~ dates_to_build() ~ ')'
    ) }}

),

value_segments as (

    select
        customer_id,
        monetary as value_amount,
        m_score as value_score,
        {{ ltv_segment('m_score') }} as ltv_segment,
        as_of_date

    from scored

)

select * from value_segments
