-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 聚类方式 × 客户

with

customers as (

    select * from {{ ref('dws_online_retail_customer_cluster') }}

),

customer_clusters as (

    select
        variant,
        customer_id,
        cluster_no,
        recency_days,
        frequency,
        monetary,
        {{ etl_load_time() }} as etl_load_time

    from customers

)

select * from customer_clusters
