-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 单价区间，含累计占比

with

bands as (

    select * from {{ ref('dws_online_retail_price_band') }}

),

cumulated as (

    select
        *,
        sum(units) over (
            partition by basis
            order by price_from
            rows between unbounded preceding and current row
        ) as units_so_far,
        sum(units) over (partition by basis) as units_in_all

    from bands

),

price_preference as (

    select
        basis,
        price_from,
        price_to,
        line_count,
        customer_count,
        units,
        amount,
        cast({{ rounded_ratio('units', 'line_count') }} as decimal(18, 2)) as units_per_line,
        cast({{ rounded_ratio('100 * units', 'units_in_all') }} as decimal(5, 2)) as units_share,
        cast({{ rounded_ratio('100 * units_so_far', 'units_in_all') }} as decimal(5, 2)) as cumulative_units_share,
        {{ etl_load_time() }} as etl_load_time

    from cumulated

)

select * from price_preference
