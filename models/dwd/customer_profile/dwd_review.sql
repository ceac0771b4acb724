-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一条评价（review_id）

with

reviews as (

    {{ staged_versions('customer_profile', 'ods_review') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

accepted as (

    select /*+ rebalance(dt) */
        reviews.review_id,
        case when erasures.customer_id is null then reviews.customer_id end as customer_id,
        reviews.product_id,
        reviews.order_item_id,
        reviews.review_time,
        to_date(reviews.review_time) as review_date,
        reviews.rating,
        case when erasures.customer_id is null then reviews.review_text end as review_text,
        erasures.customer_id is not null as is_erased,
        reviews.raw_day as dt

    from reviews

    left join erasures
        on reviews.customer_id = erasures.customer_id

    where
        reviews.reject_reason is null
        and reviews.version_rank = 1
        and {{ changed_days('reviews.raw_day') }}

)

select * from accepted
