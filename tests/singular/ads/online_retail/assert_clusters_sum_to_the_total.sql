-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 各簇的客户与金额之和 = 该口径的全部客户与金额，按聚类方式；占比从簇的数与全部的数重算

with

totals as (

    select
        basis,
        count(*) as customer_count,
        cast(sum(monetary) as decimal(15, 3)) as amount

    from {{ ref('dws_online_retail_customer_metrics') }}

    group by basis

),

profiles as (

    select
        profile.variant,
        profile.cluster_no,
        profile.customer_count,
        profile.customer_share,
        profile.amount,
        profile.amount_share,
        totals.customer_count as all_customer_count,
        totals.amount as all_amount

    from {{ ref('ads_online_retail_cluster_profile') }} as profile

    left join totals
        on totals.basis = case when profile.variant = 'standardised_net' then 'net' else 'gross' end

),

sums as (

    select
        *,
        sum(customer_count) over (partition by variant) as customer_count_of_clusters,
        sum(amount) over (partition by variant) as amount_of_clusters,
        round(cast(100 * customer_count as decimal(20, 0)) / all_customer_count, 2) as expected_customer_share,
        round(100 * cast(amount as decimal(15, 3)) / nullif(all_amount, 0), 2) as expected_amount_share

    from profiles

)

select * from sums
where
    not customer_count_of_clusters <=> all_customer_count
    or not amount_of_clusters <=> all_amount
    or not customer_share <=> expected_customer_share
    or not amount_share <=> expected_amount_share
