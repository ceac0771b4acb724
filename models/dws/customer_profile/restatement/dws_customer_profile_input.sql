-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 客户：建这一天时，客户自己的事实的指纹；重建时与它比，就知道为什么不同

with

dates as (

    {{ dates_to_build() }}

),

input_days as (

    select * from {{ ref('dws_customer_profile_input_daily') }}

),

inputs as (

    {{ input_at_dates('input_days', 'dates') }}

)

select * from inputs
