-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 单价区间，没有购买的区间也有一行

with

purchases as (

    select * from {{ ref('dwd_online_retail_order_line') }}
    where is_purchase

),

bands as (

    {{ price_bands() }}

),

bases as (

    select basis from values ('gross'), ('net') as basis (basis)

),

counted as (

    select
        basis,
        {{ price_band_from('unit_price') }} as price_from,
        count(*) as line_count,
        count(distinct customer_id) as customer_count,
        sum(quantity) as units,
        cast(sum(amount) as decimal(28, 3)) as amount

    from purchases

    group by basis, {{ price_band_from('unit_price') }}

),

filled as (

    select
        bases.basis,
        bands.price_from,
        bands.price_to,
        coalesce(counted.line_count, 0) as line_count,
        coalesce(counted.customer_count, 0) as customer_count,
        coalesce(counted.units, 0) as units,
        coalesce(counted.amount, cast(0 as decimal(28, 3))) as amount

    from bands

    cross join bases

    left join counted
        on
            bases.basis = counted.basis
            and bands.price_from = counted.price_from

)

select * from filled
