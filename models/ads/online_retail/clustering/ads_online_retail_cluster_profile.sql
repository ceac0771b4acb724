-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 聚类方式 × 簇，附名称与策略

with

customers as (

    select * from {{ ref('dws_online_retail_customer_cluster') }}

),

net_amounts as (

    select
        customer_id,
        sum(amount) as net_amount

    from {{ ref('dws_online_retail_customer_month') }}

    where basis = 'net'

    group by customer_id

),

strategies as (

    select * from {{ ref('online_retail_cluster_strategy') }}

),

clusters as (

    select
        customers.variant,
        customers.cluster_no,
        count(*) as customer_count,
        sum(customers.recency_days) as recency_days,
        sum(customers.frequency) as frequency,
        cast(sum(customers.monetary) as decimal(28, 3)) as amount,
        cast(coalesce(sum(net_amounts.net_amount), 0) as decimal(28, 3)) as net_amount

    from customers

    left join net_amounts
        on customers.customer_id = net_amounts.customer_id

    group by customers.variant, customers.cluster_no

),

shared as (

    select
        *,
        sum(customer_count) over (partition by variant) as all_customer_count,
        cast(sum(amount) over (partition by variant) as decimal(28, 3)) as all_amount,
        cast(sum(net_amount) over (partition by variant) as decimal(28, 3)) as all_net_amount,
        {{ cluster_position('cluster_no', 'max(cluster_no) over (partition by variant)') }} as cluster_position

    from clusters

),

cluster_profile as (

    select
        shared.variant,
        shared.cluster_no,
        strategies.cluster_name,
        shared.customer_count,
        cast(
            {{ rounded_ratio('100 * shared.customer_count', 'shared.all_customer_count') }} as decimal(5, 2)
        ) as customer_share,
        cast(
            {{ rounded_ratio('shared.recency_days', 'shared.customer_count') }} as decimal(10, 2)
        ) as mean_recency_days,
        cast({{ rounded_ratio('shared.frequency', 'shared.customer_count') }} as decimal(10, 2)) as mean_frequency,
        cast({{ money_ratio('shared.amount', 'shared.customer_count') }} as decimal(18, 2)) as mean_monetary,
        shared.amount,
        cast({{ money_ratio('100 * shared.amount', 'shared.all_amount') }} as decimal(5, 2)) as amount_share,
        shared.net_amount,
        cast(
            {{ money_ratio('100 * shared.net_amount', 'shared.all_net_amount') }} as decimal(5, 2)
        ) as net_amount_share,
        strategies.strategy,
        {{ etl_load_time() }} as etl_load_time

    from shared

    left join strategies
        on shared.cluster_position = strategies.cluster_position

)

select * from cluster_profile
