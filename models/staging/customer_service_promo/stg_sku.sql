-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_sku 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'sku_id', 'type': 'string', 'key': true},
    {'name': 'product_id', 'type': 'string', 'required': true},
    {'name': 'sku_name', 'type': 'string'},
    {'name': 'price', 'type': 'decimal(10,2)'},
    {'name': 'sku_status', 'type': 'string'},
] %}

with

source as (

    select * from {{ ods('customer_service_promo', 'ods_sku', columns) }}

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
