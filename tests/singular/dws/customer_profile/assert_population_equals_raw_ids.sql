-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 客户全体的第二条路：直接从 staging 的各张表收集编号，去掉要求删除的

with

stored as (

    select customer_id from {{ ref('dws_customer_profile_population') }}
    where as_of_date = {{ as_of_date() }}

),

sighted as (

    select customer_id from {{ ref('stg_customer') }}
    -- 没有注册时间的一直都在
    where
        reject_reason is null
        and (register_time is null or to_date(least(register_time, update_time)) <= {{ as_of_date() }})
    {%- for table, time in [
        ('stg_order', 'order_time'),
        ('stg_behavior_event', 'event_timestamp'),
        ('stg_service_contact', 'contact_time'),
        ('stg_review', 'review_time'),
        ('stg_marketing_assignment', 'assign_time'),
        ('stg_recommendation_log', 'shown_time'),
    ] %}

    union

    select customer_id from {{ ref(table) }}
    where reject_reason is null and to_date({{ time }}) <= {{ as_of_date() }}
    {%- endfor %}

    union

    select consumer_id as customer_id from {{ ref('stg_customer_service_promo_send') }}
    where reject_reason is null and to_date(send_time) <= {{ as_of_date() }}

),

erased as (

    select customer_id from {{ ref('stg_customer_erasure') }}
    where reject_reason is null

),

recomputed as (

    select sighted.customer_id

    from sighted

    left anti join erased
        on sighted.customer_id = erased.customer_id

    where sighted.customer_id is not null

)

select
    stored.customer_id as stored_customer_id,
    recomputed.customer_id

from stored

full outer join recomputed
    on stored.customer_id = recomputed.customer_id

where stored.customer_id is null or recomputed.customer_id is null
