-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 聚类方式 × 客户：所属的簇，按平均消费金额从低到高编号
{%- set compared = online_retail_features() %}

with

features as (

    select * from {{ ref('dws_online_retail_cluster_features') }}

),

elbow as (

    select * from {{ ref('dws_online_retail_elbow') }}
    where is_chosen

),

centres as (

    select
        centre_features.variant,
        centre_features.centre_id,
        {{ centre_columns('centre_features', compared) }}

    from {{ ref('dws_online_retail_cluster_centre') }} as centre_features

    left semi join elbow
        on
            centre_features.variant = elbow.variant
            and centre_features.k = elbow.k

    group by centre_features.variant, centre_features.centre_id

),

metrics as (

    select * from {{ ref('dws_online_retail_customer_metrics') }}

),

nearest as (

    select
        features.variant,
        features.customer_id,
        {{ nearest_centre('features', 'centres', compared) }} as centre_id

    from features

    inner join centres
        on features.variant = centres.variant

    group by features.variant, features.customer_id

),

valued as (

    select
        nearest.variant,
        nearest.customer_id,
        nearest.centre_id,
        metrics.basis,
        metrics.recency_days,
        metrics.frequency,
        metrics.monetary

    from nearest

    inner join metrics
        on
            nearest.customer_id = metrics.customer_id
            and metrics.basis = case when nearest.variant = 'standardised_net' then 'net' else 'gross' end

),

ordered as (

    select
        variant,
        centre_id,
        row_number() over (
            partition by variant
            order by sum(monetary) / count(*), centre_id
        ) as cluster_no

    from valued

    group by variant, centre_id

),

customer_clusters as (

    select
        valued.variant,
        valued.customer_id,
        ordered.cluster_no,
        valued.basis,
        valued.recency_days,
        valued.frequency,
        valued.monetary

    from valued

    inner join ordered
        on
            valued.variant = ordered.variant
            and valued.centre_id = ordered.centre_id

)

select * from customer_clusters
