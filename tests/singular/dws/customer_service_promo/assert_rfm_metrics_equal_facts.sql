-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- R、F、M 的第二条路：不经过客户日汇总，直接从发送与核销明细算，与存下来的相同；要求删除的客户不算
{%- set first_day = "date_sub(" ~ as_of_date() ~ ", " ~ (rfm_window_days() - 1) ~ ")" %}

with

sends as (

    select
        consumer_id,
        count(case when to_date(send_time) >= {{ first_day }} then send_id end) as frequency

    from {{ ref('dwd_customer_service_promo_send') }}

    where to_date(send_time) <= {{ as_of_date() }} and consumer_id is not null

    group by consumer_id

),

uses as (

    select
        consumer_id,
        datediff({{ as_of_date() }}, max(to_date(pay_time))) as age_in_days,
        sum(case when to_date(pay_time) >= {{ first_day }} then pay_amount end) as monetary

    from {{ ref('dwd_customer_service_promo_use') }}

    where to_date(pay_time) <= {{ as_of_date() }} and consumer_id is not null

    group by consumer_id

),

recomputed as (

    select
        coalesce(sends.consumer_id, uses.consumer_id) as consumer_id,
        case
            when uses.age_in_days is null then {{ never_redeemed_recency_days() }}
            when uses.age_in_days >= {{ never_redeemed_recency_days() }}
                then {{ never_redeemed_recency_days() - 1 }}
            else uses.age_in_days
        end as recency_days,
        coalesce(sends.frequency, 0) as frequency,
        coalesce(uses.monetary, 0) as monetary

    from sends

    full outer join uses
        on sends.consumer_id = uses.consumer_id

),

stored as (

    select * from {{ ref('dws_customer_service_promo_consumer_metrics') }}

)

select
    coalesce(stored.consumer_id, recomputed.consumer_id) as consumer_id,
    stored.recency_days as stored_recency_days,
    recomputed.recency_days,
    stored.frequency as stored_frequency,
    recomputed.frequency,
    stored.monetary as stored_monetary,
    recomputed.monetary

from stored

full outer join recomputed
    on stored.consumer_id = recomputed.consumer_id

where
    not stored.recency_days <=> recomputed.recency_days
    or not stored.frequency <=> recomputed.frequency
    or not stored.monetary <=> recomputed.monetary
