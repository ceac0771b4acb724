-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每月的客户、订单、件数、金额与两个均值，直接从 DWD 的行按发票时间去重重算，与趋势表、订单表相同

with

lines as (

    select
        *,
        substring(cast(invoice_date as string), 1, 7) as month_of_date

    from {{ ref('dwd_online_retail_order_line') }}

),

recomputed as (

    select
        basis,
        month_of_date as invoice_month,
        count(distinct case when is_purchase then customer_id end) as customer_count,
        count(distinct case when is_purchase then invoice_no end) as order_count,
        sum(quantity) as units,
        sum(amount) as amount

    from lines

    group by basis, month_of_date

),

rated as (

    select
        *,
        round(cast(amount as decimal(15, 3)) / nullif(customer_count, 0), 2) as amount_per_customer,
        round(cast(units as decimal(15, 0)) / nullif(order_count, 0), 2) as units_per_order

    from recomputed

),

stored as (

    select
        coalesce(trend.basis, orders.basis) as basis,
        coalesce(trend.invoice_month, orders.invoice_month) as invoice_month,
        trend.customer_count,
        orders.order_count,
        orders.units,
        trend.amount,
        trend.amount_per_customer,
        orders.units_per_order

    from {{ ref('ads_online_retail_monthly_trend') }} as trend

    full outer join {{ ref('ads_online_retail_monthly_orders') }} as orders
        on trend.basis = orders.basis and trend.invoice_month = orders.invoice_month

)

select
    coalesce(stored.basis, rated.basis) as basis,
    coalesce(stored.invoice_month, rated.invoice_month) as invoice_month,
    stored.customer_count as stored_customer_count,
    rated.customer_count,
    stored.order_count as stored_order_count,
    rated.order_count,
    stored.units as stored_units,
    rated.units,
    stored.amount as stored_amount,
    rated.amount,
    stored.amount_per_customer as stored_amount_per_customer,
    rated.amount_per_customer,
    stored.units_per_order as stored_units_per_order,
    rated.units_per_order

from stored

full outer join rated
    on stored.basis = rated.basis and stored.invoice_month = rated.invoice_month

where
    not stored.customer_count <=> rated.customer_count
    or not stored.order_count <=> rated.order_count
    or not stored.units <=> rated.units
    or not stored.amount <=> rated.amount
    or not stored.amount_per_customer <=> rated.amount_per_customer
    or not stored.units_per_order <=> rated.units_per_order
