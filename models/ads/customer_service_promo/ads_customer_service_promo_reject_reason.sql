-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ODS 表 × 拒绝原因 × 有缺陷的列（主键重复没有列）

with

promo_rejects as (

    select * from {{ ref('dwd_customer_service_promo_reject') }}

),

shared_rejects as (

    select * from {{ ref('dwd_shared_reject') }}

),

rejects as (

    select
        source_table,
        reject_reason,
        reject_column

    from promo_rejects

    union all

    select
        source_table,
        reject_reason,
        reject_column

    from shared_rejects

),

reasons as (

    select
        source_table,
        reject_reason,
        reject_column,
        count(*) as rejected_count,
        {{ etl_load_time() }} as etl_load_time

    from rejects

    group by source_table, reject_reason, reject_column

)

select * from reasons
