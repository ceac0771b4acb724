-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 迁移的行：除去 新增 加起来是前一天的全体，除去 离开 是这一天的全体

with

population as (

    select
        as_of_date,
        count(*) as customer_count

    from {{ ref('dws_customer_profile_population') }}

    group by as_of_date

),

moves as (

    select
        previous_as_of_date,
        as_of_date,
        measure,
        sum(if(from_value = '新增', 0, customer_count)) as from_count,
        sum(if(to_value = '离开', 0, customer_count)) as to_count

    from {{ ref('ads_customer_profile_migration') }}

    group by previous_as_of_date, as_of_date, measure

)

select
    moves.*,
    earlier.customer_count as previous_count,
    later.customer_count as current_count

from moves

left join population as earlier
    on moves.previous_as_of_date = earlier.as_of_date

left join population as later
    on moves.as_of_date = later.as_of_date

where not moves.from_count <=> earlier.customer_count or not moves.to_count <=> later.customer_count
