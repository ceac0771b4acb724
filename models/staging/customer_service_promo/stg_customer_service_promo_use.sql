-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_customer_service_promo_use 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'use_id', 'type': 'string', 'key': true},
    {'name': 'send_id', 'type': 'string', 'required': true},
    {'name': 'order_id', 'type': 'string'},
    {'name': 'pay_time', 'type': 'timestamp', 'required': true},
    {'name': 'pay_amount', 'type': 'decimal(18,2)', 'required': true},
    {'name': 'quantity', 'type': 'int', 'required': true},
] %}

with

source as (

    select * from {{ ods('customer_service_promo', 'ods_customer_service_promo_use', columns) }}

),

texts as (

    select
        {{ ods_texts(columns) }}

    from source

),

typed as (

    select
        {{ ods_values(columns) }}

    from texts

),

checked as (

    select
        *,
        {{ ods_first_defect(columns) }} as defect

    from typed

),

ranked as (

    select
        *,
        {{ ods_version_rank(columns, version_by='pay_time') }} as version_rank

    from checked

),

marked as (

    select
        {{ ods_marked(columns) }}

    from ranked

)

select * from marked
