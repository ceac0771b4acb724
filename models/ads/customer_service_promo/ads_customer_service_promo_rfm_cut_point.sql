-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 指标 × 分数，截止日的切点；没有客户得到的分数没有行

with

cut_points as (

    select * from {{ ref('dws_customer_service_promo_rfm_cut_points') }}
    where as_of_date = {{ as_of_date() }}

),

current_cut_points as (

    select
        metric,
        score,
        lowest_value,
        consumer_count,
        {{ etl_load_time() }} as etl_load_time

    from cut_points

)

select * from current_cut_points
