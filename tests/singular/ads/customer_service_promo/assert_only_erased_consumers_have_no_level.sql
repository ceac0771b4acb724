-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每次发送都有客户编号和等级；要求删除的客户两样都没有。结果不带编号

with

details as (

    select * from {{ ref('ads_customer_service_promo_send_detail') }}

),

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}

)

select
    sends.is_erased,
    details.consumer_id is null as has_no_id,
    details.user_level is null as has_no_level,
    count(*) as send_count

from details

inner join sends
    on details.send_id = sends.send_id

where
    (details.consumer_id is null) != sends.is_erased
    or (details.user_level is null) != sends.is_erased

group by sends.is_erased, details.consumer_id is null, details.user_level is null
