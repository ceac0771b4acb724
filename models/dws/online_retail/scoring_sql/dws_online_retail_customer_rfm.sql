-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位客户（gross 口径）；只能跑 SQL 的站点（Thrift）用它代替同名的 Python 模型

with

customers as (

    select * from {{ ref('dws_online_retail_customer_metrics') }}
    where basis = 'gross'

),

scored as (

    {{ calculate_rfm('customers', 'online_retail') }}

),

customer_rfm as (

    select
        basis,
        customer_id,
        recency_days,
        frequency,
        monetary,
        r_score,
        f_score,
        m_score,
        rfm_total,
        rfm_code,
        user_level

    from scored

)

select * from customer_rfm
