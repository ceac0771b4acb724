-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 月：复购率，以及“回购率”的三种读法

with

monthly_buyers as (

    select * from {{ ref('dws_online_retail_monthly_buyers') }}

),

months as (

    select * from {{ ref('dws_online_retail_monthly') }}

),

snapshot as (

    select * from {{ ref('dwd_online_retail_snapshot') }}

),

buyers as (

    select
        *,
        -- 数据的第一个月没有上月：与上月比较的三个率为空
        invoice_month > min(invoice_month) over (partition by basis) as has_last_month

    from monthly_buyers

),

repurchase_rates as (

    select
        buyers.basis,
        buyers.invoice_month,
        buyers.buyer_count,
        coalesce(months.repeat_customer_count, 0) as repeat_customer_count,
        buyers.last_month_buyer_count,
        buyers.returning_buyer_count,
        buyers.reactivated_or_new_count,
        cast(
            {{ rounded_ratio('100 * months.repeat_customer_count', 'buyers.buyer_count') }} as decimal(5, 2)
        ) as repurchase_rate,
        case
            when buyers.has_last_month
                then cast(
                    {{ rounded_ratio('100 * buyers.returning_buyer_count', 'buyers.buyer_count') }} as decimal(5, 2)
                )
        end as returning_buyer_rate,
        cast(
            {{ rounded_ratio('100 * buyers.returning_buyer_count', 'buyers.last_month_buyer_count') }} as decimal(5, 2)
        ) as retention_rate,
        case
            when buyers.has_last_month
                then cast(
                    {{ rounded_ratio('100 * buyers.reactivated_or_new_count', 'buyers.buyer_count') }} as decimal(5, 2)
                )
        end as reactivation_or_new_rate,
        buyers.invoice_month = date_format(snapshot.snapshot_date, 'yyyy-MM') as is_partial_month,
        {{ etl_load_time() }} as etl_load_time

    from buyers

    cross join snapshot

    left join months
        on
            buyers.basis = months.basis
            and buyers.invoice_month = months.invoice_month

)

select * from repurchase_rates
