-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户 × 声明的属性（customer_id × attribute_name）；只用于展示，从不进入模型

with

attributes as (

    select * from {{ ref('stg_customer_declared_attribute') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

accepted as (

    select
        attributes.customer_id,
        attributes.attribute_name,
        attributes.attribute_value

    from attributes

    left anti join erasures
        on attributes.customer_id = erasures.customer_id

    where attributes.reject_reason is null

)

select * from accepted
