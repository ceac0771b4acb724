-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 截止日及以前有发送或核销的客户，恰好一人一行 RFM；要求删除的客户没有

with

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}
    where dt <= {{ as_of_date() }} and not is_erased

),

uses as (

    select * from {{ ref('dwd_customer_service_promo_use') }}
    where dt <= {{ as_of_date() }} and not is_erased

),

seen as (

    select consumer_id from sends

    union

    select consumer_id from uses

),

scored as (

    select consumer_id from {{ ref('dws_customer_service_promo_consumer_rfm') }}
    where as_of_date = {{ as_of_date() }}

)

select
    seen.consumer_id as seen_consumer_id,
    scored.consumer_id as scored_consumer_id

from seen

full outer join scored
    on seen.consumer_id = scored.consumer_id

where seen.consumer_id is null or scored.consumer_id is null
