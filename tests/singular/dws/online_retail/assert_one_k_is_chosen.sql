-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每种聚类方式恰好一个拐点、恰好一个选中的 k，各方式的 k 相同，客户也正好分在这么多簇里

with

elbow as (

    select
        variant,
        sum(case when is_elbow then 1 else 0 end) as elbow_count,
        sum(case when is_chosen then 1 else 0 end) as chosen_count,
        max(case when is_chosen then k end) as chosen_k

    from {{ ref('dws_online_retail_elbow') }}

    group by variant

),

clusters as (

    select
        variant,
        count(distinct cluster_no) as cluster_count,
        max(cluster_no) as last_cluster_no

    from {{ ref('dws_online_retail_customer_cluster') }}

    group by variant

),

compared as (

    select
        coalesce(elbow.variant, clusters.variant) as variant,
        elbow.elbow_count,
        elbow.chosen_count,
        elbow.chosen_k,
        min(elbow.chosen_k) over () as smallest_chosen_k,
        clusters.cluster_count,
        clusters.last_cluster_no

    from elbow

    full outer join clusters
        on elbow.variant = clusters.variant

)

select * from compared
where
    not elbow_count <=> 1
    or not chosen_count <=> 1
    or not chosen_k <=> smallest_chosen_k
    or not cluster_count <=> chosen_k
    or not last_cluster_no <=> chosen_k
