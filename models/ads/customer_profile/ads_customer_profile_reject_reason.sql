-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ODS 表 × 拒绝原因 × 有缺陷的列；商品等共用的表在优惠主题里

with

rejects as (

    select * from {{ ref('dwd_customer_profile_reject') }}

),

counted as (

    {{ reject_reasons('rejects') }}

),

reasons as (

    select
        *,
        {{ etl_load_time() }} as etl_load_time

    from counted

)

select * from reasons
