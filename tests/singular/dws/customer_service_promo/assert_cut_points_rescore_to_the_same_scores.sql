-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 用存下来的切点重新打分，得到同样的分数

with

cut_points as (

    select * from {{ ref('dws_customer_service_promo_rfm_cut_points') }}
    where as_of_date = {{ as_of_date() }}

),

bounds as (

    {{ rfm_bounds('cut_points') }}

),

consumers as (

    select
        consumer_id,
        r_score as stored_r_score,
        f_score as stored_f_score,
        m_score as stored_m_score,
        {{ rfm_oriented() }}

    from {{ ref('dws_customer_service_promo_consumer_rfm') }}

    where as_of_date = {{ as_of_date() }}

),

rescored as (

    select
        consumers.consumer_id,
        consumers.stored_r_score,
        consumers.stored_f_score,
        consumers.stored_m_score,
        {{ rfm_scores('consumers', 'bounds', '>=') }}

    from consumers

    cross join bounds

)

select * from rescored
where stored_r_score != r_score or stored_f_score != f_score or stored_m_score != m_score
