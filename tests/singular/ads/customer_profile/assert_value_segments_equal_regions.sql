-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每级地区里，各价值分层的客户 = 价值分层表里截止日的客户

with

segments as (

    select
        ltv_segment,
        count(*) as customer_count

    from {{ ref('dws_customer_profile_value_segment') }}

    where as_of_date = {{ as_of_date() }}

    group by ltv_segment

),

regions as (

    select
        region_level,
        ltv_segment,
        sum(customer_count) as customer_count

    from {{ ref('ads_customer_profile_region_value') }}

    where ltv_segment not in ('未购买', '未授权')

    group by region_level, ltv_segment

),

expected as (

    select
        segments.*,
        explode(array('大区', '省')) as region_level

    from segments

)

select
    coalesce(expected.region_level, regions.region_level) as region_level,
    coalesce(expected.ltv_segment, regions.ltv_segment) as ltv_segment,
    expected.customer_count,
    regions.customer_count as region_count

from expected

full outer join regions
    on
        expected.region_level = regions.region_level
        and expected.ltv_segment = regions.ltv_segment

where not expected.customer_count <=> regions.customer_count
