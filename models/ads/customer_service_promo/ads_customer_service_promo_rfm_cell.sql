-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = R、F、M 得分的一种组合（只列有客户的组合），截止日的人数

with

consumers as (

    select * from {{ ref('dws_customer_service_promo_consumer_rfm') }}
    where as_of_date = {{ as_of_date() }}

),

cells as (

    select
        r_score,
        f_score,
        m_score,
        rfm_code,
        rfm_total,
        user_level,
        count(*) as consumer_count,
        {{ etl_load_time() }} as etl_load_time

    from consumers

    group by r_score, f_score, m_score, rfm_code, rfm_total, user_level

)

select * from cells
