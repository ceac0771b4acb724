-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 聚类方式（variant）× 客户：聚类用的三个特征

with

metrics as (

    select * from {{ ref('dws_online_retail_customer_metrics') }}

),

features as (

    select
        'standardised' as variant,
        customer_id,
        cast(recency_days as double) as r_feature,
        cast(frequency as double) as f_feature,
        cast(monetary as double) as m_feature

    from metrics

    where basis = 'gross'

    union all

    select
        'log_scale' as variant,
        customer_id,
        ln(1 + cast(recency_days as double)) as r_feature,
        ln(1 + cast(frequency as double)) as f_feature,
        ln(1 + cast(monetary as double)) as m_feature

    from metrics

    where basis = 'gross'

    union all

    select
        'standardised_net' as variant,
        customer_id,
        cast(recency_days as double) as r_feature,
        cast(frequency as double) as f_feature,
        cast(monetary as double) as m_feature

    from metrics

    where basis = 'net'

)

select * from features
