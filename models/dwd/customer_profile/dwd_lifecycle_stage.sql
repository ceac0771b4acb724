-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个生命周期阶段（stage_code）

with

stages as (

    select * from {{ ref('customer_profile_lifecycle_stage') }}

),

lifecycle_stages as (

    select
        stage_code,
        stage_name,
        stage_rule,
        stage_rule_english,
        stage_order

    from stages

)

select * from lifecycle_stages
