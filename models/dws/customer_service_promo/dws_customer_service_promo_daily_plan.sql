-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 日汇总表 × 日期：明细与上次写入时是否相同，为什么要重写
{%- set tables = [
    'dws_customer_service_promo_daily',
    'dws_customer_service_promo_activity_daily',
    'dws_customer_service_promo_customer_service_daily',
    'dws_customer_service_promo_product_daily',
    'dws_customer_service_promo_consumer_daily',
] %}
{%- set summing = promo_events(['grain']) ~ promo_days(['grain']) %}
{%- set rules = rules_hash(tables, [summing | replace(as_of_date(), 'as_of_date')]) %}
{%- set parts = {'sends': 'coalesce(send_inputs, 0)', 'uses': 'coalesce(use_inputs, 0)'} %}

with

sends as (

    select
        dt,
        count(*) as input_rows,
        max(xxhash64(partition_fingerprint)) as send_inputs

    from {{ ref('dwd_customer_service_promo_send') }}

    where dt <= {{ as_of_date() }}

    group by dt

),

uses as (

    select
        dt,
        count(*) as input_rows,
        max(xxhash64(partition_fingerprint)) as use_inputs

    from {{ ref('dwd_customer_service_promo_use') }}

    where dt <= {{ as_of_date() }}

    group by dt

),

days as (

    select
        coalesce(sends.dt, uses.dt) as dt,
        coalesce(sends.input_rows, 0) + coalesce(uses.input_rows, 0) as input_rows,
        {{ partition_fingerprint(rules, parts) }} as partition_fingerprint

    from sends

    full outer join uses
        on sends.dt = uses.dt

),

planned as (

    {{ partition_plan(tables, parts) }}

)

select * from planned
