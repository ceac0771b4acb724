-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 指标 × 分数：得到这个分数的最差值；没有客户得到的分数没有行

with

dates as (

    {{ dates_to_build() }}

),

customers as (

    select customers.*

    from {{ ref('dws_customer_profile_order_rfm') }} as customers

    left semi join dates
        on customers.as_of_date = dates.as_of_date

),

cut_points as (

    {{ rfm_cut_points('customers', places=2, counted_as='customer_count', per=['as_of_date']) }}

)

select * from cut_points
