-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 聚类方式 × 簇数 k；is_elbow 是该方式的拐点，is_chosen 是各方式共用的 k

with

centres as (

    select * from {{ ref('dws_online_retail_cluster_centre') }}

),

costs as (

    select
        variant,
        k,
        max(cost) as cost,
        max(silhouette) as silhouette

    from centres

    group by variant, k

),

bent as (

    select
        variant,
        k,
        cost,
        silhouette,
        cast(
            lag(cost) over (partition by variant order by k)
            - 2 * cost
            + lead(cost) over (partition by variant order by k)
            as decimal(28, 6)
        ) as second_difference

    from costs

),

ranked as (

    select
        *,
        row_number() over (
            partition by variant
            order by second_difference desc nulls last, k asc
        ) as bend_rank

    from bent

),

chosen as (

    -- 三种方式用同一个 k，才能互相比较：标准化方式的拐点，或 var 指定的 k
    select
        coalesce(
            {{ cluster_count('online_retail_cluster_count', online_retail_max_cluster_count()) }}, k
        ) as chosen_k

    from ranked

    where
        variant = 'standardised'
        and bend_rank = 1

),

elbow as (

    select
        ranked.variant,
        ranked.k,
        ranked.cost,
        ranked.silhouette,
        ranked.second_difference,
        ranked.bend_rank = 1 as is_elbow,
        ranked.k = chosen.chosen_k as is_chosen

    from ranked

    cross join chosen

)

select * from elbow
