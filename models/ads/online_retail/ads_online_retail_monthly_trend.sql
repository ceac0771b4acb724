-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 月

with

months as (

    select * from {{ ref('dws_online_retail_monthly') }}

),

monthly_trend as (

    select
        basis,
        invoice_month,
        customer_count,
        amount,
        cast({{ money_ratio('amount', 'customer_count') }} as decimal(18, 2)) as amount_per_customer,
        is_partial_month,
        {{ etl_load_time() }} as etl_load_time

    from months

)

select * from monthly_trend
