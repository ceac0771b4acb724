-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_customer_service 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'customer_service_id', 'type': 'string', 'key': true},
    {'name': 'cs_name', 'type': 'string'},
    {'name': 'shop_id', 'type': 'string'},
    {'name': 'cs_status', 'type': 'string'},
] %}

with

source as (

    select * from {{ ods('customer_service_promo', 'ods_customer_service', columns) }}

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
        {{ ods_version_rank(columns) }} as version_rank

    from checked

),

marked as (

    select
        {{ ods_marked(columns) }}

    from ranked

)

select * from marked
