-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日的一位客户，已知的与未知的都在；列是设计文档的，一列不多

with

attributes as (

    select * from {{ ref('dws_customer_profile_attribute') }}

),

customers as (

    select
        customer_id,
        customer_type,
        industry,
        company_size,
        credit_rating,
        ltv_segment,
        preferred_channel

    from attributes

)

select * from customers
