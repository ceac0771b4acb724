-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 指标 × 分数：得到这个分数的最差值；没有客户得到的分数没有行

with

customers as (

    select * from {{ ref('dws_online_retail_customer_rfm') }}

),

cut_points as (

    {{ rfm_cut_points('customers', places=3, counted_as='customer_count') }}

)

select * from cut_points
