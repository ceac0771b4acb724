-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 拒绝表的一个分区（dt）：输入与上次写入时是否相同，为什么要重写；全部保留的日子没有行
{%- set facts = {
    'ods_customer_service_promo_send': ('dwd_customer_service_promo_send_plan', 'dwd_customer_service_promo_send'),
    'ods_customer_service_promo_use': ('dwd_customer_service_promo_use_plan', 'dwd_customer_service_promo_use'),
} %}
{%- set dimensions = {
    'ods_customer_service_promo_activity': ('stg_customer_service_promo_activity', 'dwd_customer_service_promo_activity'),
    'ods_customer_service_promo_activity_item':
        ('stg_customer_service_promo_activity_item', 'dwd_customer_service_promo_activity_item'),
    'ods_product': ('stg_product', 'dwd_product'),
    'ods_sku': ('stg_sku', 'dwd_sku'),
    'ods_customer_service': ('stg_customer_service', 'dwd_customer_service'),
} %}
{%- set rules = rules_hash(
    ['dwd_customer_service_promo_reject'] + dimensions.values() | map('first') | list,
    [ods_rules(), masked_record('raw_record')]
) %}
{%- set parts = {'rows': order_free_hash('xxhash64(raw_days.source_table, raw_days.input_hash)')} %}

with

raw_days as (
    {% for source_table, models in facts.items() %}
    select
        '{{ source_table }}' as source_table,
        dt,
        input_rows,
        xxhash64(partition_fingerprint) as input_hash

    from {{ ref(models[0]) }}

    where input_rows > 0

    union all
    {% endfor %}
    {%- for source_table, models in dimensions.items() %}
    select
        '{{ source_table }}' as source_table,
        {{ undated() }} as dt,
        count(*) as input_rows,
        {{ order_free_hash('raw_fingerprint') }} as input_hash

    from {{ ref(models[0]) }}
    {% if not loop.last %}
    union all
    {% endif -%}
    {% endfor %}
),

kept_days as (
    {% for source_table, models in facts.items() %}
    select
        '{{ source_table }}' as source_table,
        dt,
        count(*) as kept_rows

    from {{ ref(models[1]) }}

    group by dt

    union all
    {% endfor %}
    {%- for source_table, models in dimensions.items() %}
    select
        '{{ source_table }}' as source_table,
        {{ undated() }} as dt,
        count(*) as kept_rows

    from {{ ref(models[1]) }}
    {% if not loop.last %}
    union all
    {% endif -%}
    {% endfor %}
),

days as (

    select
        raw_days.dt,
        sum(raw_days.input_rows) as input_rows,
        {{ partition_fingerprint(rules, parts) }} as partition_fingerprint

    from raw_days

    left join kept_days
        on raw_days.source_table = kept_days.source_table and raw_days.dt = kept_days.dt

    group by raw_days.dt

    -- 每一行不是保留就是拒绝：全部保留的日子没有分区
    having sum(raw_days.input_rows) > sum(coalesce(kept_days.kept_rows, 0))

),

planned as (

    {{ partition_plan(['dwd_customer_service_promo_reject'], parts, dated=false) }}

)

select * from planned
