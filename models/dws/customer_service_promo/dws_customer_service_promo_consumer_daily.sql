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

    {{ promo_days(['consumer_id']) }}

)

select * from daily
