-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个渠道（channel_id）

with

channels as (

    select * from {{ ref('stg_channel') }}

),

accepted as (

    select
        channel_id,
        channel_name,
        channel_type,
        terminal,
        is_self_service

    from channels

    where reject_reason is null

)

select * from accepted
