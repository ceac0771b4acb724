-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 日期 × 客户；发送按发送日、核销按支付日
{%- set plan = ref('dws_customer_service_promo_daily_plan') %}
{%- set rewritten = rewritten_days(plan) %}

with

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}

),

uses as (

    select * from {{ ref('dwd_customer_service_promo_use') }}

),

planned as (

    select * from {{ plan }}
    where table_name = 'dws_customer_service_promo_consumer_daily'

),

events as (

    {{ promo_events(['consumer_id'], rewritten) }}

),

daily as (

    select
        events.consumer_id,
        {{ promo_measures() }},
        max(planned.partition_fingerprint) as partition_fingerprint,
        events.dt

    from events

    left join planned
        on events.dt = planned.dt

    group by events.dt, events.consumer_id

)

select * from daily
