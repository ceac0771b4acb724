-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次发送（send_id）
{%- set plan = ref('dwd_customer_service_promo_send_plan') %}
{%- set rewritten = rewritten_days(plan) %}

with

sends as (

    {{ rows_of_days('customer_service_promo_send', 'send_id', 'send_time', rewritten) }}

),

planned as (

    select * from {{ plan }}

),

agents as (

    select * from {{ ref('dwd_customer_service') }}

),

accepted as (

    select * from sends
    where reject_reason is null and version_rank = 1 and {{ in_days('raw_day', rewritten) }}

),

enriched as (

    select
        accepted.send_id,
        accepted.activity_id,
        accepted.product_id,
        accepted.sku_id,
        accepted.customer_service_id,
        {{ consumer_key('accepted.consumer_id') }} as consumer_id,
        agents.shop_id,
        accepted.promo_amount,
        accepted.valid_hours,
        accepted.send_time,
        accepted.send_time + make_interval(0, 0, 0, 0, accepted.valid_hours) as expire_time,
        planned.partition_fingerprint,
        to_date(accepted.send_time) as dt

    from accepted

    left join agents
        on accepted.customer_service_id = agents.customer_service_id

    left join planned
        on accepted.raw_day = planned.dt

)

select * from enriched
