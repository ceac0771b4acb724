-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 核销明细的一个分区（dt）：现在的输入与上次写入时是否相同，为什么要重写
{%- set rules = rules_hash(
    [
        'stg_customer_service_promo_use', 'dwd_customer_service_promo_use',
        'stg_customer_service_promo_send', 'dwd_customer_service_promo_send'
    ],
    [ods_rules(), consumer_key('consumer_id')]
) %}
{%- set so_far = 'over (partition by send_hash order by raw_day range between unbounded preceding and current row)' %}
{%- set parts = {
    'rows': order_free_hash('raw_fingerprint'),
    'same_key': order_free_hash('versions'),
    'other_uses': order_free_hash('case when use_count > 1 then uses_so_far end'),
    'send': order_free_hash('send'),
    'limit': order_free_hash('limits'),
    'salt': 'xxhash64(' ~ consumer_key("''") ~ ')',
} %}

with

arrived as (

    select * from {{ ref('dwd_customer_service_promo_use_arrival') }}

),

repeated as (

    select * from {{ ref('dwd_customer_service_promo_use_repeated_key') }}

),

sends as (

    select * from {{ ref('dwd_customer_service_promo_send_arrival') }}

),

agents as (

    select * from {{ ref('dwd_customer_service') }}

),

items as (

    select
        {{ row_hash(['activity_id', 'product_id']) }} as item_hash,
        {{ order_free_hash(row_hash(['sku_id', 'purchase_limit'])) }} as limits

    from {{ ref('dwd_customer_service_promo_activity_item') }}

    group by activity_id, product_id

),

versioned as (

    select
        arrived.*,
        repeated.versions

    from arrived

    left join repeated
        on arrived.key_hash = repeated.key_hash

),

-- 一行 = 一条核销，或一条核销与它的发送的一个版本
inputs as (

    select
        raw_day as dt,
        raw_fingerprint,
        versions,
        -- 之后的核销不影响之前的次序和累计件数
        count(*) {{ so_far }} as use_count,
        {{ order_free_hash('coalesce(versions, raw_fingerprint)', so_far) }} as uses_so_far,
        cast(null as bigint) as send,
        cast(null as bigint) as limits

    from versioned

    union all

    select
        arrived.raw_day as dt,
        cast(null as bigint) as raw_fingerprint,
        cast(null as bigint) as versions,
        cast(null as bigint) as use_count,
        cast(null as bigint) as uses_so_far,
        xxhash64(arrived.raw_fingerprint, sends.raw_fingerprint, agents.shop_id) as send,
        xxhash64(arrived.raw_fingerprint, items.limits) as limits

    from arrived

    inner join sends
        on arrived.send_hash = sends.key_hash

    left join agents
        on sends.customer_service_id = agents.customer_service_id

    left join items
        on sends.item_hash = items.item_hash

),

days as (

    select
        dt,
        count(raw_fingerprint) as input_rows,
        {{ partition_fingerprint(rules, parts) }} as partition_fingerprint

    from inputs

    group by dt

),

planned as (

    {{ partition_plan(['dwd_customer_service_promo_use'], parts) }}

)

select * from planned
