-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 发送明细的一个分区（dt）：现在的输入与上次写入时是否相同，为什么要重写
{%- set rules = rules_hash(
    ['stg_customer_service_promo_send', 'dwd_customer_service_promo_send'], [ods_rules(), consumer_key('consumer_id')]
) %}
{%- set parts = {
    'rows': order_free_hash('raw_fingerprint'),
    'same_key': order_free_hash('case when version_count > 1 then versions end'),
    'shop': order_free_hash('xxhash64(raw_fingerprint, shop_id)'),
    'salt': 'xxhash64(' ~ consumer_key("''") ~ ')',
} %}

with

staged as (

    select
        -- 没有主键的行互不相干；主键取其哈希：排序快，两个主键相撞只会多重写一天
        case when send_id is null then raw_fingerprint else xxhash64(send_id) end as send_key,
        customer_service_id,
        coalesce(raw_day, {{ undated() }}) as dt,
        raw_fingerprint

    from {{ ref('stg_customer_service_promo_send') }}

),

agents as (

    select * from {{ ref('dwd_customer_service') }}

),

versioned as (

    select
        *,
        count(*) over (partition by send_key) as version_count,
        {{ order_free_hash('raw_fingerprint', 'over (partition by send_key)') }} as versions

    from staged

),

days as (

    select
        versioned.dt,
        count(*) as input_rows,
        {{ partition_fingerprint(rules, parts) }} as partition_fingerprint

    from versioned

    left join agents
        on versioned.customer_service_id = agents.customer_service_id

    group by versioned.dt

),

planned as (

    {{ partition_plan(['dwd_customer_service_promo_send'], parts) }}

)

select * from planned
