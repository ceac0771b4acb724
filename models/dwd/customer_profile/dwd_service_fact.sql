-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次服务接触（service_id）

with

contacts as (

    {{ staged_versions('customer_profile', 'ods_service_contact') }}

),

customer_versions as (

    select * from {{ ref('dwd_customer_history') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

accepted as (

    select * from contacts
    where reject_reason is null and version_rank = 1 and {{ changed_days('raw_day') }}

),

services as (

    select /*+ rebalance(dt) */
        -- 设计文档的列，名称、类型、顺序不变
        {{ bigint_id('accepted.service_id') }} as service_id,
        case when erasures.customer_id is null then accepted.customer_id end as customer_id,
        accepted.contact_type,
        accepted.issue_category,
        accepted.resolution_time,
        accepted.nps_score,
        accepted.escalation_level,
        -- 此外需要的列
        accepted.service_id as source_service_id,
        accepted.contact_source,
        accepted.contact_time,
        to_date(accepted.contact_time) as contact_date,
        accepted.product_id,
        accepted.order_id,
        case when erasures.customer_id is null then accepted.transcript end as transcript,
        customer_versions.region_id,
        customer_versions.customer_type,
        first_versions.customer_id is not null as is_known_customer,
        erasures.customer_id is not null as is_erased,
        {{ partition_day('accepted.contact_time', 'customer_profile') }} as dt

    from accepted

    {{ customer_joins('accepted', 'accepted.contact_time') }}

)

select * from services
