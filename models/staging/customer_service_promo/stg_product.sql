-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ods_product 的一行原始记录（不丢、不合并）
{%- set columns = [
    {'name': 'product_id', 'type': 'string', 'key': true},
    {'name': 'product_name', 'type': 'string'},
    {'name': 'category_id', 'type': 'string'},
    {'name': 'category_name', 'type': 'string'},
    {'name': 'price', 'type': 'decimal(10,2)'},
    {'name': 'product_status', 'type': 'string'},
    {'name': 'shop_id', 'type': 'string'},
] %}

with

source as (

    select * from {{ ods('customer_service_promo', 'ods_product', columns) }}

),

typed as (

    select
        {{ ods_staged(columns) }}

    from source

),

ranked as (

    select
        *,
        {{ ods_version_rank(columns) }} as version_rank

    from typed

),

marked as (

    select
        product_id,
        product_name,
        category_id,
        category_name,
        price,
        product_status,
        shop_id,
        raw_record,
        {{ ods_reject_columns(columns) }}

    from ranked

)

select * from marked
