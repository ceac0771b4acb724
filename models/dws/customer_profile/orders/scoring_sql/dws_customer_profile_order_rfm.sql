-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 客户；只能跑 SQL 的站点（Thrift）用它代替同名的 Python 模型

with

scored as (

    {{ calculate_rfm_of_each(ref('dws_customer_profile_order_rfm_metrics'), 'customer_profile', each='as_of_date') }}

),

customers as (

    select
        customer_id,
        recency_days,
        frequency,
        monetary,
        as_of_date,
        r_score,
        f_score,
        m_score,
        rfm_total as order_rfm_total,
        rfm_code as order_rfm_code,
        user_level as order_rfm_level

    from scored

)

select * from customers
