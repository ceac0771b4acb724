-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 业务系统里存的活动状态与按日期推出的不同（可能是提前终止，也可能是没有更新）
{{ config(severity='warn') }}

with

activities as (

    select * from {{ ref('dwd_customer_service_promo_activity') }}

)

select
    activity_id,
    activity_name,
    stored_activity_status,
    activity_status as derived_activity_status

from activities

where stored_activity_status != activity_status
