-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 客户 × 月：每位客户每个月都有一个阶段

with

customer_months as (

    select * from {{ ref('dws_online_retail_customer_month') }}
    where order_count > 0

),

month_range as (

    select
        min(to_date(concat(invoice_month, '-01'))) as first_month,
        max(to_date(concat(invoice_month, '-01'))) as last_month

    from customer_months

),

months as (

    select
        explode(transform(
            sequence(first_month, last_month, interval 1 month),
            month_start -> date_format(month_start, 'yyyy-MM')
        )) as invoice_month

    from month_range

),

customers as (

    select
        basis,
        customer_id

    from customer_months

    group by basis, customer_id

),

calendar as (

    select
        customers.basis,
        customers.customer_id,
        months.invoice_month,
        customer_months.customer_id is not null as is_buyer

    from customers

    cross join months

    left join customer_months
        on
            customers.basis = customer_months.basis
            and customers.customer_id = customer_months.customer_id
            and months.invoice_month = customer_months.invoice_month

),

history as (

    select
        basis,
        customer_id,
        invoice_month,
        is_buyer,
        lag(is_buyer, 1, false) over (
            partition by basis, customer_id
            order by invoice_month
        ) as is_buyer_last_month,
        coalesce(max(is_buyer) over (
            partition by basis, customer_id
            order by invoice_month
            rows between unbounded preceding and 1 preceding
        ), false) as is_buyer_before

    from calendar

),

staged as (

    select
        basis,
        customer_id,
        invoice_month,
        is_buyer,
        is_buyer_last_month,
        {{ customer_stage('is_buyer', 'is_buyer_last_month', 'is_buyer_before') }} as stage

    from history

)

select * from staged
