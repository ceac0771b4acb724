-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个有发送的活动，从开始到截止日：发送中有多少至少核销过一次（占比不会超过 100%）

with

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}
    where dt <= {{ as_of_date() }}

),

first_uses as (

    select * from {{ ref('dwd_customer_service_promo_use') }}
    where pay_sequence = 1 and dt <= {{ as_of_date() }}

),

used_sends as (

    select
        sends.activity_id,
        count(*) as send_count,
        count(first_uses.use_id) as used_send_count,
        {{ etl_load_time() }} as etl_load_time

    from sends

    left join first_uses
        on sends.send_id = first_uses.send_id

    group by sends.activity_id

)

select * from used_sends
