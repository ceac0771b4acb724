-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 发送明细的一个分区（dt）：现在的输入与上次写入时是否相同，为什么要重写
{%- set rules = rules_hash(
    ['stg_customer_service_promo_send', 'dwd_customer_service_promo_send'], [ods_rules(), consumer_key('consumer_id')]
) %}
{%- set parts = {
    'rows': order_free_hash('arrived.raw_fingerprint'),
    'same_key': order_free_hash('repeated.versions'),
    'shop': order_free_hash('xxhash64(arrived.raw_fingerprint, agents.shop_id)'),
    'salt': 'xxhash64(' ~ consumer_key("''") ~ ')',
} %}

with

arrived as (

    select * from {{ ref('dwd_customer_service_promo_send_arrival') }}

),

repeated as (

    select * from {{ ref('dwd_customer_service_promo_send_repeated_key') }}

),

agents as (

    select * from {{ ref('dwd_customer_service') }}

),

days as (

    select
        arrived.raw_day as dt,
        count(*) as input_rows,
        {{ partition_fingerprint(rules, parts) }} as partition_fingerprint

    from arrived

    left join repeated
        on arrived.key_hash = repeated.key_hash

    left join agents
        on arrived.customer_service_id = agents.customer_service_id

    group by arrived.raw_day

),

planned as (

    {{ partition_plan(['dwd_customer_service_promo_send'], parts) }}

)

select * from planned
