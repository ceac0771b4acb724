-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每行购买恰好落在一个单价区间：按区间连接重算行、客户、件数、金额；累计占比最后是 100

with

purchases as (

    select * from {{ ref('dwd_online_retail_order_line') }}
    where is_purchase

),

bands as (

    select * from {{ ref('ads_online_retail_price_preference') }}

),

last_bands as (

    select
        basis,
        max(price_from) as price_from

    from bands

    group by basis

),

recomputed as (

    select
        purchases.basis,
        bands.price_from,
        count(*) as line_count,
        count(distinct purchases.customer_id) as customer_count,
        sum(purchases.quantity) as units,
        sum(purchases.amount) as amount

    from purchases

    left join bands
        on
            purchases.basis = bands.basis
            and purchases.unit_price >= bands.price_from
            and (purchases.unit_price < bands.price_to or bands.price_to is null)

    group by purchases.basis, bands.price_from

)

select
    coalesce(bands.basis, recomputed.basis) as basis,
    coalesce(bands.price_from, recomputed.price_from) as price_from,
    bands.line_count as stored_line_count,
    recomputed.line_count,
    bands.customer_count as stored_customer_count,
    recomputed.customer_count,
    bands.units as stored_units,
    recomputed.units,
    bands.amount as stored_amount,
    recomputed.amount,
    bands.cumulative_units_share

from bands

left join last_bands
    on bands.basis = last_bands.basis and bands.price_from = last_bands.price_from

full outer join recomputed
    on bands.basis = recomputed.basis and bands.price_from = recomputed.price_from

where
    bands.basis is null
    or bands.line_count != coalesce(recomputed.line_count, 0)
    or bands.customer_count != coalesce(recomputed.customer_count, 0)
    or bands.units != coalesce(recomputed.units, 0)
    or bands.amount != coalesce(recomputed.amount, 0)
    or (last_bands.basis is not null and not bands.cumulative_units_share <=> 100)
