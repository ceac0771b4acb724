-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次发送（send_id）；要求删除的客户没有编号，发送照计

with

sends as (

    {{ staged_versions('customer_service_promo', 'ods_customer_service_promo_send') }}

),

agents as (

    select * from {{ ref('dwd_customer_service') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

accepted as (

    select * from sends
    where reject_reason is null and version_rank = 1 and {{ changed_days('raw_day') }}

),

enriched as (

    select
        accepted.send_id,
        accepted.activity_id,
        accepted.product_id,
        accepted.sku_id,
        accepted.customer_service_id,
        case when erasures.customer_id is null then accepted.consumer_id end as consumer_id,
        agents.shop_id,
        accepted.promo_amount,
        accepted.valid_hours,
        accepted.send_time,
        accepted.send_time + make_interval(0, 0, 0, 0, accepted.valid_hours) as expire_time,
        erasures.customer_id is not null as is_erased,
        to_date(accepted.send_time) as dt

    from accepted

    left join agents
        on accepted.customer_service_id = agents.customer_service_id

    left join erasures
        on accepted.consumer_id = erasures.customer_id

)

select * from enriched
