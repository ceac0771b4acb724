-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 日期：要求删除的客户里，原始行最早在这一天提到的有几位；1900-01-01 = 从来都在。只有数，没有编号

with

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

-- 第一版没有注册时间的从来都在，记最早的日子
registrations as (

    select
        customers.customer_id,
        case
            when min_by(customers.register_time, customers.update_time) is null then {{ no_date() }}
            else to_date(least(min_by(customers.register_time, customers.update_time), min(customers.update_time)))
        end as first_date

    from {{ ref('stg_customer') }} as customers

    left semi join erasures
        on customers.customer_id = erasures.customer_id

    where customers.reject_reason is null

    group by customers.customer_id

),

-- 与客户全体同样的来处
sightings as (

    select * from registrations

    {% for table, id, time in [
        ('stg_order', 'customer_id', 'order_time'),
        ('stg_behavior_event', 'customer_id', 'event_timestamp'),
        ('stg_service_contact', 'customer_id', 'contact_time'),
        ('stg_review', 'customer_id', 'review_time'),
        ('stg_marketing_assignment', 'customer_id', 'assign_time'),
        ('stg_recommendation_log', 'customer_id', 'shown_time'),
        ('stg_customer_service_promo_send', 'consumer_id', 'send_time'),
    ] -%}
    union all

    select
        facts.{{ id }}{{ ' as customer_id' if id != 'customer_id' }},
        to_date(facts.{{ time }}) as first_date

    from {{ ref(table) }} as facts

    left semi join erasures
        on facts.{{ id }} = erasures.customer_id

    where facts.reject_reason is null
    {{- '\n\n    ' if not loop.last }}
    {%- endfor %}

),

customers as (

    select
        customer_id,
        min(first_date) as first_date

    from sightings

    group by customer_id

),

erasure_counts as (

    select
        first_date,
        count(*) as erased_count

    from customers

    group by first_date

)

select * from erasure_counts
