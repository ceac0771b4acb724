-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ODS 表：因客户要求删除而没有进 DWD 的行数；只有数，没有编号

with

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

customers as (

    select
        'ods_customer' as source_table,
        count(erasures.customer_id) as erased_count

    from {{ ref('stg_customer') }} as versions

    left join erasures
        on versions.customer_id = erasures.customer_id

    where versions.reject_reason is null

),

declared_attributes as (

    select
        'ods_customer_declared_attribute' as source_table,
        count(erasures.customer_id) as erased_count

    from {{ ref('stg_customer_declared_attribute') }} as declared

    left join erasures
        on declared.customer_id = erasures.customer_id

    where declared.reject_reason is null

),

-- 任一方要求删除，关系就略去
relations as (

    select
        'ods_customer_relation' as source_table,
        count(coalesce(erasures.customer_id, related_erasures.customer_id)) as erased_count

    from {{ ref('stg_customer_relation') }} as relations

    left join erasures
        on relations.customer_id = erasures.customer_id

    left join erasures as related_erasures
        on relations.related_customer_id = related_erasures.customer_id

    where relations.reject_reason is null

),

erased_rows as (

    select * from customers

    union all

    select * from declared_attributes

    union all

    select * from relations

)

select * from erased_rows
