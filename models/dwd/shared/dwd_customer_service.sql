-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位客服（customer_service_id）

with

agents as (

    select * from {{ ref('stg_customer_service') }}

),

accepted as (

    select
        customer_service_id,
        cs_name,
        shop_id,
        cs_status

    from agents

    where reject_reason is null

)

select * from accepted
