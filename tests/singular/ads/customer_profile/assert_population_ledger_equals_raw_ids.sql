-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 截止日进来的编号 = staging 各张表里到这一天为止的不同编号，连同要求删除的

with

sighted as (

    select customer_id from {{ ref('stg_customer') }}
    -- 没有注册时间的一直都在
    where
        reject_reason is null
        and (register_time is null or to_date(least(register_time, update_time)) <= {{ as_of_date() }})
    {%- for table, id, time in [
        ('stg_order', 'customer_id', 'order_time'),
        ('stg_behavior_event', 'customer_id', 'event_timestamp'),
        ('stg_service_contact', 'customer_id', 'contact_time'),
        ('stg_review', 'customer_id', 'review_time'),
        ('stg_marketing_assignment', 'customer_id', 'assign_time'),
        ('stg_recommendation_log', 'customer_id', 'shown_time'),
        ('stg_customer_service_promo_send', 'consumer_id', 'send_time'),
    ] %}

    union

    select {{ id }} as customer_id from {{ ref(table) }}
    where reject_reason is null and to_date({{ time }}) <= {{ as_of_date() }}
    {%- endfor %}

),

counted as (

    select
        count(sighted.customer_id) as raw_count,
        count(erased.customer_id) as raw_erased_count

    from sighted

    left join {{ ref('dwd_customer_erasure') }} as erased
        on sighted.customer_id = erased.customer_id

),

ledger as (

    select
        sum(id_count) as in_count,
        sum(if(line_code = 'erased', id_count, 0)) as erased_count

    from {{ ref('ads_customer_profile_population_ledger') }}

    where side = 'in' and as_of_date = {{ as_of_date() }}

)

select
    ledger.in_count,
    counted.raw_count,
    ledger.erased_count,
    counted.raw_erased_count

from ledger

cross join counted

where ledger.in_count != counted.raw_count or ledger.erased_count != counted.raw_erased_count
