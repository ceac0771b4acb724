-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 核销明细的一个分区（dt）：现在的输入与上次写入时是否相同，为什么要重写
{%- set rules = rules_hash(
    ['stg_customer_service_promo_use', 'dwd_customer_service_promo_use'], [ods_rules()]
) %}
{%- set so_far = 'over (partition by send_id order by dt range between unbounded preceding and current row)' %}
{%- set parts = {
    'rows': order_free_hash('raw_fingerprint'),
    'same_key': order_free_hash('versions'),
    'other_uses': order_free_hash('case when use_count > 1 then uses_so_far end'),
    'send': order_free_hash('xxhash64(raw_fingerprint, send)'),
    'limit': order_free_hash('xxhash64(raw_fingerprint, limits)'),
} %}

with

staged as (

    select
        key_hash,
        -- 没有发送的行互不相干
        coalesce(send_id, hex(raw_fingerprint)) as send_id,
        coalesce(raw_day, {{ undated() }}) as dt,
        raw_fingerprint

    from {{ ref('stg_customer_service_promo_use') }}

),

repeated as (

    select * from {{ ref('dwd_customer_service_promo_use_repeated_key') }}

),

items as (

    select
        activity_id,
        product_id,
        {{ order_free_hash(row_hash(['sku_id', 'purchase_limit'])) }} as limits

    from {{ ref('dwd_customer_service_promo_activity_item') }}

    group by activity_id, product_id

),

sends as (

    select
        sends.send_id,
        {{ row_hash([
            'sends.activity_id', 'sends.product_id', 'sends.sku_id', 'sends.customer_service_id', 'sends.consumer_id',
            'sends.shop_id', 'sends.send_time', 'sends.expire_time'
        ]) }} as send,
        items.limits

    from {{ ref('dwd_customer_service_promo_send') }} as sends

    left join items
        on sends.activity_id = items.activity_id and sends.product_id = items.product_id

),

versioned as (

    select
        staged.*,
        repeated.versions

    from staged

    left join repeated
        on staged.key_hash = repeated.key_hash

),

related as (

    select
        *,
        -- 之后的核销不影响之前的次序和累计件数
        count(*) {{ so_far }} as use_count,
        {{ order_free_hash('coalesce(versions, raw_fingerprint)', so_far) }} as uses_so_far

    from versioned

),

days as (

    select
        related.dt,
        count(*) as input_rows,
        {{ partition_fingerprint(rules, parts) }} as partition_fingerprint

    from related

    left join sends
        on related.send_id = sends.send_id

    group by related.dt

),

planned as (

    {{ partition_plan(['dwd_customer_service_promo_use'], parts) }}

)

select * from planned
