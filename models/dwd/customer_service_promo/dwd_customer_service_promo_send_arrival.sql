-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一条发送原始记录，只有哈希与日期；每晚只打开新到的文件
{%- set plan = ref('dwd_customer_service_promo_send_arrival_plan') %}
{%- set rewritten = rewritten_days(plan) %}

with

planned as (

    select * from {{ plan }}

),

staged as (

    select * from {{ ref('stg_customer_service_promo_send') }}
    where {{ in_days('arrival_day', rewritten) }}

),

arrived as (

    select
        staged.key_hash,
        {{ keyed_hash('staged.raw_fingerprint') }} as raw_fingerprint,
        coalesce(staged.raw_day, {{ undated() }}) as raw_day,
        staged.customer_service_id,
        {{ row_hash(['staged.activity_id', 'staged.product_id']) }} as item_hash,
        planned.partition_fingerprint,
        staged.arrival_day as dt

    from staged

    left join planned
        on staged.arrival_day = planned.dt

)

select * from arrived
