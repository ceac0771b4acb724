-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次退款（refund_id）；计在退款日

with

refunds as (

    {{ staged_versions('customer_profile', 'ods_refund') }}

),

lines as (

    select * from {{ ref('dwd_order_item') }}
    where {{ changed_lookup('line') }}

),

-- 找不到明细的退款进拒绝表，原因 unknown_order_item
referred as (

    select
        refunds.refund_id,
        refunds.order_item_id,
        lines.order_id,
        lines.customer_id,
        lines.product_id,
        refunds.refund_time,
        refunds.refund_amount,
        refunds.refund_reason,
        lines.amount as line_amount,
        sum(refunds.refund_amount) over (
            partition by refunds.order_item_id
            order by refunds.refund_time, refunds.refund_id
            rows between unbounded preceding and current row
        ) as running_refund_amount

    from refunds

    inner join lines
        on refunds.order_item_id = lines.order_item_id

    where refunds.reject_reason is null and refunds.version_rank = 1

),

-- 累计超过明细金额的那一次及以后的进拒绝表，原因 refund_above_amount
accepted as (

    select /*+ rebalance(dt) */
        refund_id,
        order_item_id,
        order_id,
        customer_id,
        product_id,
        refund_time,
        to_date(refund_time) as refund_date,
        refund_amount,
        cast(running_refund_amount as decimal(18, 2)) as running_refund_amount,
        refund_reason,
        {{ partition_day('refund_time', 'customer_profile') }} as dt

    from referred

    where
        running_refund_amount <= line_amount
        and {{ changed_days(partition_day('refund_time', 'customer_profile')) }}

)

select * from accepted
