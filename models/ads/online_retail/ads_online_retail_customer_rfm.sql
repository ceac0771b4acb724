-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位客户（gross 口径）

with

customers as (

    select * from {{ ref('dws_online_retail_customer_rfm') }}

),

customer_rfm as (

    select
        customer_id,
        recency_days,
        frequency,
        monetary,
        r_score,
        f_score,
        m_score,
        rfm_total,
        rfm_code,
        user_level,
        {{ etl_load_time() }} as etl_load_time

    from customers

)

select * from customer_rfm
