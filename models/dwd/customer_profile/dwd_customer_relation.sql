-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户 × 关联客户 × 关系；任何一方要求删除就没有行

with

relations as (

    select * from {{ ref('stg_customer_relation') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

accepted as (

    select
        relations.customer_id,
        relations.related_customer_id,
        relations.relation_type,
        relations.consent,
        relations.create_time

    from relations

    left anti join erasures
        on
            relations.customer_id = erasures.customer_id
            or relations.related_customer_id = erasures.customer_id

    where relations.reject_reason is null

)

select * from accepted
