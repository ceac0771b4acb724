-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次推荐曝光（impression_id）

with

impressions as (

    {{ staged_versions('customer_profile', 'ods_recommendation_log') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

accepted as (

    select /*+ rebalance(dt) */
        impressions.impression_id,
        case when erasures.customer_id is null then impressions.customer_id end as customer_id,
        impressions.product_id,
        impressions.position,
        impressions.policy,
        impressions.propensity,
        impressions.shown_time,
        impressions.clicked,
        impressions.ordered,
        erasures.customer_id is not null as is_erased,
        impressions.raw_day as dt

    from impressions

    left join erasures
        on impressions.customer_id = erasures.customer_id

    where
        impressions.reject_reason is null
        and impressions.version_rank = 1
        and {{ changed_days('impressions.raw_day') }}

)

select * from accepted
