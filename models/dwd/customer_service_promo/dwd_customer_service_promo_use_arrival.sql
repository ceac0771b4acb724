-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一条核销原始记录，只有哈希与日期；每晚只打开新到的文件
{%- set plan = ref('dwd_customer_service_promo_use_arrival_plan') %}
{%- set rewritten = rewritten_days(plan) %}

with

planned as (

    select * from {{ plan }}

),

staged as (

    select * from {{ ref('stg_customer_service_promo_use') }}
    where {{ in_days('arrival_day', rewritten) }}

),

arrived as (

    select
        staged.key_hash,
        staged.raw_fingerprint,
        coalesce(staged.raw_day, {{ undated() }}) as raw_day,
        -- 没有发送的行互不相干
        case when staged.send_id is null then staged.raw_fingerprint else xxhash64(staged.send_id) end as send_hash,
        planned.partition_fingerprint,
        staged.arrival_day as dt

    from staged

    left join planned
        on staged.arrival_day = planned.dt

)

select * from arrived
