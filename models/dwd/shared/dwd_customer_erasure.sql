-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位要求删除的客户（customer_id）

with

requests as (

    select * from {{ ref('stg_customer_erasure') }}

),

accepted as (

    select
        customer_id,
        request_time

    from requests

    where reject_reason is null

)

select * from accepted
