-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一行没有进入 DWD 的原始记录，原因取第一处缺陷
{%- set plan = ref('dwd_customer_service_promo_reject_plan') %}
{%- set staged_tables = [
    ('ods_customer_service_promo_activity', 'stg_customer_service_promo_activity', 'activity_id'),
    ('ods_customer_service_promo_activity_item', 'stg_customer_service_promo_activity_item',
        "concat_ws('|', activity_id, product_id, sku_id)"),
    ('ods_product', 'stg_product', 'product_id'),
    ('ods_sku', 'stg_sku', 'sku_id'),
    ('ods_customer_service', 'stg_customer_service', 'customer_service_id'),
] %}
{%- set rewritten = rewritten_days(plan) %}
{%- set has_dimensions = rewritten is none or undated() in rewritten.days %}

with

planned as (

    select * from {{ plan }}

),

sends as (

    {{ rows_of_days('customer_service_promo_send', 'send_id', 'send_time', rewritten) }}

),

uses as (

    {{ rows_of_days('customer_service_promo_use', 'use_id', 'pay_time', rewritten) }}

),

accepted_sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}
    where {{ in_days('dt', days_of_sends(rewritten)) }}

),

defective as (

    select
        'ods_customer_service_promo_send' as source_table,
        send_id as source_key,
        coalesce(reject_reason, 'duplicate_key') as reject_reason,
        case when reject_reason is null then 'send_id' else reject_column end as reject_column,
        case
            when reject_reason is null then get_json_object(raw_record, '$.send_id')
            when reject_column = 'consumer_id' then {{ consumer_key('reject_value') }}
            else reject_value
        end as reject_value,
        {{ masked_record('raw_record') }} as raw_record,
        coalesce(raw_day, {{ undated() }}) as dt

    from sends

    where reject_reason is not null or version_rank > 1

    union all

    select
        'ods_customer_service_promo_use' as source_table,
        uses.use_id as source_key,
        case
            when uses.reject_reason is not null then uses.reject_reason
            when uses.version_rank > 1 then 'duplicate_key'
            else 'unknown_send'
        end as reject_reason,
        case
            when uses.reject_reason is not null then uses.reject_column
            when uses.version_rank > 1 then 'use_id'
            else 'send_id'
        end as reject_column,
        case
            when uses.reject_reason is not null then uses.reject_value
            when uses.version_rank > 1 then get_json_object(uses.raw_record, '$.use_id')
            else uses.send_id
        end as reject_value,
        uses.raw_record,
        coalesce(uses.raw_day, {{ undated() }}) as dt

    from uses

    left join accepted_sends
        on uses.send_id = accepted_sends.send_id

    where uses.reject_reason is not null or uses.version_rank > 1 or accepted_sends.send_id is null
    {% for source_table, staged_table, source_key in staged_tables if has_dimensions %}
    union all

    select
        '{{ source_table }}' as source_table,
        {{ source_key }} as source_key,
        reject_reason,
        reject_column,
        reject_value,
        raw_record,
        {{ undated() }} as dt

    from {{ ref(staged_table) }}

    where reject_reason is not null
    {% endfor %}
),

rejected as (

    select /*+ rebalance(dt) */
        defective.source_table,
        defective.source_key,
        defective.reject_reason,
        defective.reject_column,
        defective.reject_value,
        defective.raw_record,
        planned.partition_fingerprint,
        defective.dt

    from defective

    left join planned
        on defective.dt = planned.dt

    where {{ in_days('defective.dt', rewritten) }}

)

select * from rejected
