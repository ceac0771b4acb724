-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 聚类方式 × 簇数 k

with

costs as (

    select * from {{ ref('dws_online_retail_elbow') }}

),

elbow as (

    select
        variant,
        k,
        cost,
        silhouette,
        second_difference,
        is_elbow,
        is_chosen,
        {{ etl_load_time() }} as etl_load_time

    from costs

)

select * from elbow
