-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 指标 × 分数：得到这个分数的最差值；没有客户得到的分数没有行

with

consumers as (

    select * from {{ ref('dws_customer_service_promo_consumer_rfm') }}
    where as_of_date = {{ as_of_date() }}

),

cut_points as (

    {{ rfm_cut_points('consumers', places=2, counted_as='consumer_count', per=['as_of_date']) }}

)

select * from cut_points
