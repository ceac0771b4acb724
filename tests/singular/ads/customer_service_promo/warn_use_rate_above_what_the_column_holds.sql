-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 核销率超过 decimal(5,2) 能容纳的最大值，报表里封顶为 999.99：点名这些行
{{ config(severity='warn') }}

with

rated as (

    select
        'ads_customer_service_promo_overview' as report_name,
        concat_ws(' ', stat_period, user_level) as reported_row,
        total_send_count as send_count,
        total_use_count as use_count

    from {{ ref('ads_customer_service_promo_overview') }}

    union all

    select
        'ads_customer_service_promo_activity_effect' as report_name,
        activity_id as reported_row,
        send_count,
        use_count

    from {{ ref('ads_customer_service_promo_activity_effect') }}

    union all

    select
        'ads_customer_service_performance' as report_name,
        customer_service_id as reported_row,
        send_count,
        use_count

    from {{ ref('ads_customer_service_performance') }}

)

select * from rated
where send_count > 0 and 100 * use_count > {{ var('use_rate_cap') }} * send_count
