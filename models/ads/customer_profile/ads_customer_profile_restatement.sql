-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 重建的时刻（空 = 还没有重建）× 截止日 × 表 × 原因：几位客户的行变了，或会变

with

restatements as (

    select * from {{ ref('dws_customer_profile_restatement') }}

),

due as (

    select * from {{ ref('dws_customer_profile_restatement_due') }}

),

ledger as (

    select
        restated_at,
        as_of_date,
        source_table,
        cause,
        customer_count

    from restatements

    union all

    -- 没有重建就不知道别的表会变几行，只知道事实的指纹已经不同
    select
        cast(null as timestamp) as restated_at,
        as_of_date,
        'dws_customer_profile_input' as source_table,
        cause,
        customer_count

    from due

),

restatement_ledger as (

    select
        *,
        {{ etl_load_time() }} as etl_load_time

    from ledger

)

select * from restatement_ledger
