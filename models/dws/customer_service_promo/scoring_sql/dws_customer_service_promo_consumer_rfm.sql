-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 客户；只能跑 SQL 的站点（Thrift）用它代替同名的 Python 模型

with

scored as (

    {{ calculate_rfm(ref('dws_customer_service_promo_consumer_metrics'), 'customer_service_promo') }}

),

consumers as (

    select
        consumer_id,
        recency_days,
        has_redeemed,
        frequency,
        monetary,
        r_score,
        f_score,
        m_score,
        rfm_total,
        rfm_code,
        user_level,
        as_of_date

    from scored

)

select * from consumers
