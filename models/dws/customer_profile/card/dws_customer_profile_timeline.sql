-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 同意画像的客户 × 到截止日为止的一件事：订单、退款、人工接触、会话（窗口内的）

with

consenting as (

    select customer_id from {{ ref('dws_customer_profile_population') }}
    where is_profiled and as_of_date = {{ as_of_date() }}

),

channels as (

    select * from {{ ref('dwd_channel') }}

),

order_categories as (

    select
        order_lines.order_id,
        array_join(array_sort(collect_set(products.category_name)), '、') as category_names

    from {{ ref('dwd_transaction_fact') }} as order_lines

    left join {{ ref('dwd_product') }} as products
        on order_lines.product_id = products.product_id

    group by order_lines.order_id

),

-- 客户说的话、设备、别人的编号都不在这里
entries as (

    select
        orders.customer_id,
        orders.order_time as happened_at,
        '订单' as entry_kind,
        orders.order_id as source_id,
        channels.channel_name as place,
        orders.order_status as entry_state,
        nullif(order_categories.category_names, '') as entry_detail,
        orders.gross_amount as amount,
        null as satisfaction_score

    from {{ ref('dwd_order') }} as orders

    left join channels
        on orders.channel_id = channels.channel_id

    left join order_categories
        on orders.order_id = order_categories.order_id

    union all

    select
        refunds.customer_id,
        refunds.refund_time as happened_at,
        '退款' as entry_kind,
        refunds.refund_id as source_id,
        null as place,
        refunds.refund_reason as entry_state,
        products.category_name as entry_detail,
        -refunds.refund_amount as amount,
        null as satisfaction_score

    from {{ ref('dwd_refund') }} as refunds

    left join {{ ref('dwd_product') }} as products
        on refunds.product_id = products.product_id

    union all

    select
        contacts.customer_id,
        contacts.contact_time as happened_at,
        '服务接触' as entry_kind,
        contacts.source_service_id as source_id,
        contacts.contact_type as place,
        case when {{ contact_is_solved('contacts', as_of_date()) }} then '已解决' else '未解决' end as entry_state,
        contacts.issue_category as entry_detail,
        null as amount,
        contacts.nps_score as satisfaction_score

    from {{ ref('dwd_service_fact') }} as contacts

    where {{ is_human_contact('contacts.contact_source') }}

    union all

    select
        customer_id,
        started_at as happened_at,
        '会话' as entry_kind,
        session_id as source_id,
        terminal as place,
        null as entry_state,
        nullif(touch_path, '') as entry_detail,
        null as amount,
        null as satisfaction_score

    from {{ ref('dws_customer_profile_session') }}

    where not is_bot

),

timeline as (

    select entries.*

    from entries

    left semi join consenting
        on entries.customer_id = consenting.customer_id

    where to_date(entries.happened_at) <= {{ as_of_date() }}

)

select * from timeline
