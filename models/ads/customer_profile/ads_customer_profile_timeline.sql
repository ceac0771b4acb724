-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 同意画像的客户 × 最近的第几件事（1 = 最近），最多 customer_profile_timeline_entries 件

with

timeline as (

    select * from {{ ref('dws_customer_profile_timeline') }}

),

numbered as (

    select
        *,
        row_number() over (
            partition by customer_id
            order by happened_at desc, entry_kind asc, source_id asc
        ) as entry_number

    from timeline

),

latest_entries as (

    select
        customer_id,
        entry_number,
        happened_at,
        entry_kind,
        place,
        entry_state,
        entry_detail,
        cast(amount as decimal(28, 2)) as amount,
        satisfaction_score,
        {{ as_of_date() }} as as_of_date,
        {{ etl_load_time() }} as etl_load_time

    from numbered

    where entry_number <= {{ whole_number_setting('customer_profile_timeline_entries', 1, 9999) }}

)

select * from latest_entries
