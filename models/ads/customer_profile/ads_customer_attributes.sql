-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日的一位客户，与 ads_customer_dim 相同；列是设计文档的，一列不多

with

attributes as (

    select * from {{ ref('dws_customer_profile_attribute') }}

),

customers as (

    select
        customer_id,
        tech_adoption,
        price_sensitivity,
        social_impact,
        eco_friendly

    from attributes

)

select * from customers
