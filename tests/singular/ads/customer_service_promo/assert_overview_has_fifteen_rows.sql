-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 3 个周期 ×（整体 + 每个等级）= 15 行，一行不多一行不少
{%- set level_count = 1 + var('rfm_levels') | length %}

with

overview as (

    select * from {{ ref('ads_customer_service_promo_overview') }}

),

counted as (

    select
        count(*) as overview_rows,
        count(distinct stat_period) as period_count,
        count(distinct user_level) as level_count

    from overview

)

select * from counted
where overview_rows != {{ 3 * level_count }} or period_count != 3 or level_count != {{ level_count }}
