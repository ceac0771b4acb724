-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ODS 表 × 拒绝原因 × 有缺陷的列

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
        reject_column,
        reject_value

    from promo_rejects

    union all

    select
        source_table,
        reject_reason,
        reject_column,
        reject_value

    from shared_rejects

),

counted as (

    {{ reject_reasons('rejects') }}

),

reasons as (

    select
        *,
        {{ etl_load_time() }} as etl_load_time

    from counted

)

select * from reasons
