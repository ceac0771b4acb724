-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一行没有进入 DWD 的原始记录，原因取第一处缺陷
{%- set staged_tables = [
    ('ods_customer_service_promo_activity', 'stg_customer_service_promo_activity', 'activity_id'),
    ('ods_customer_service_promo_activity_item', 'stg_customer_service_promo_activity_item',
        "concat_ws('|', activity_id, product_id, sku_id)"),
    ('ods_customer_service_promo_send', 'stg_customer_service_promo_send', 'send_id'),
    ('ods_customer_service_promo_use', 'stg_customer_service_promo_use', 'use_id'),
    ('ods_product', 'stg_product', 'product_id'),
    ('ods_sku', 'stg_sku', 'sku_id'),
    ('ods_customer_service', 'stg_customer_service', 'customer_service_id'),
] %}

with

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}

),

uses as (

    select * from {{ ref('stg_customer_service_promo_use') }}

),

defective as (
    {% for source_table, staged_table, source_key in staged_tables %}
    select
        '{{ source_table }}' as source_table,
        {{ source_key }} as source_key,
        reject_reason,
        reject_column,
        reject_value,
        raw_record

    from {{ ref(staged_table) }}

    where reject_reason is not null
    {% if not loop.last %}
    union all
    {% endif -%}
    {% endfor %}
),

orphaned_uses as (

    select
        'ods_customer_service_promo_use' as source_table,
        uses.use_id as source_key,
        'unknown_send' as reject_reason,
        'send_id' as reject_column,
        uses.send_id as reject_value,
        uses.raw_record

    from uses

    left anti join sends
        on uses.send_id = sends.send_id

    where uses.reject_reason is null

),

rejected as (

    select * from defective

    union all

    select * from orphaned_uses

)

select * from rejected
