-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- R、F、M 的第二条路：不经过订单，直接从 DWD 的行算，与存下来的相同

with

lines as (

    select * from {{ ref('dwd_online_retail_order_line') }}

),

snapshot as (

    select * from {{ ref('dwd_online_retail_snapshot') }}

),

purchases as (

    select
        lines.basis,
        lines.customer_id,
        min(
            datediff(snapshot.snapshot_date, to_date(lines.invoice_date))
            - case when date_format(lines.invoice_date, 'HHmmss') > '000000' then 1 else 0 end
        ) as recency_days,
        count(distinct lines.invoice_no) as frequency

    from lines

    cross join snapshot

    where lines.is_purchase

    group by lines.basis, lines.customer_id

),

amounts as (

    select
        basis,
        customer_id,
        sum(amount) as monetary

    from lines

    group by basis, customer_id

),

recomputed as (

    select
        purchases.basis,
        purchases.customer_id,
        purchases.recency_days,
        purchases.frequency,
        amounts.monetary

    from purchases

    inner join amounts
        on purchases.basis = amounts.basis and purchases.customer_id = amounts.customer_id

),

stored as (

    select * from {{ ref('dws_online_retail_customer_metrics') }}

)

select
    coalesce(stored.basis, recomputed.basis) as basis,
    coalesce(stored.customer_id, recomputed.customer_id) as customer_id,
    stored.recency_days as stored_recency_days,
    recomputed.recency_days,
    stored.frequency as stored_frequency,
    recomputed.frequency,
    stored.monetary as stored_monetary,
    recomputed.monetary

from stored

full outer join recomputed
    on stored.basis = recomputed.basis and stored.customer_id = recomputed.customer_id

where
    not stored.recency_days <=> recomputed.recency_days
    or not stored.frequency <=> recomputed.frequency
    or not stored.monetary <=> recomputed.monetary
