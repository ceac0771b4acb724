-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 截止日之前的 RFM 窗口里至少有一次发送；否则不是数据断了，就是 as_of_date 写错了

with

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}

),

recent as (

    select count(*) as send_count

    from sends

    where {{ in_rfm_window('dt') }}

)

select * from recent
where send_count = 0
