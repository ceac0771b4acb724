-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次营销分组（assignment_id）

with

assignments as (

    {{ staged_versions('customer_profile', 'ods_marketing_assignment') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

accepted as (

    select /*+ rebalance(dt) */
        assignments.assignment_id,
        assignments.campaign_id,
        case when erasures.customer_id is null then assignments.customer_id end as customer_id,
        assignments.arm,
        assignments.assign_time,
        assignments.cost,
        erasures.customer_id is not null as is_erased,
        assignments.raw_day as dt

    from assignments

    left join erasures
        on assignments.customer_id = erasures.customer_id

    where
        assignments.reject_reason is null
        and assignments.version_rank = 1
        and {{ changed_days('assignments.raw_day') }}

)

select * from accepted
