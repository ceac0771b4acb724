-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一笔订单（order_id）；没有明细的也在，line_count = 0

with

orders as (

    {{ staged_versions('customer_profile', 'ods_order') }}

),

lines as (

    {{ staged_versions('customer_profile', 'ods_order_item') }}

),

customer_versions as (

    select * from {{ ref('dwd_customer_history') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

accepted as (

    select
        *,
        {{ is_paid_order('pay_time', 'order_status') }} as is_paid

    from orders

    where reject_reason is null and version_rank = 1 and {{ changed_days('raw_day') }}

),

-- 明细要等订单被接受才进 DWD，所以这里从 staging 数
order_amounts as (

    select
        order_id,
        cast(count(*) as int) as line_count,
        sum(amount) as gross_amount

    from lines

    where reject_reason is null and version_rank = 1

    group by order_id

),

enriched as (

    select /*+ rebalance(dt) */
        accepted.order_id,
        case when erasures.customer_id is null then accepted.customer_id end as customer_id,
        accepted.channel_id,
        accepted.order_time,
        to_date(accepted.order_time) as order_date,
        accepted.pay_time,
        case when accepted.is_paid then to_date(accepted.pay_time) end as pay_date,
        accepted.payment_method,
        accepted.order_status,
        accepted.is_paid,
        coalesce(order_amounts.line_count, 0) as line_count,
        coalesce(order_amounts.gross_amount, 0) as gross_amount,
        customer_versions.region_id,
        customer_versions.customer_type,
        first_versions.customer_id is not null as is_known_customer,
        erasures.customer_id is not null as is_erased,
        {{ partition_day('accepted.order_time', 'customer_profile') }} as dt

    from accepted

    left join order_amounts
        on accepted.order_id = order_amounts.order_id

    {{ customer_joins('accepted', 'accepted.order_time') }}

)

select * from enriched
