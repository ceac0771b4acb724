-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 客户：截至快照日的 R、F、M

with

orders as (

    select * from {{ ref('dws_online_retail_order') }}

),

totals as (

    select
        basis,
        customer_id,
        max(case when is_order then last_invoice_date end) as last_invoice_date,
        count(distinct case when is_order then invoice_no end) as frequency,
        cast(sum(amount) as decimal(28, 3)) as monetary

    from orders

    group by basis, customer_id

),

metrics as (

    select
        basis,
        customer_id,
        cast(
            (unix_timestamp({{ online_retail_snapshot() }}) - unix_timestamp(last_invoice_date)) div 86400 as int
        ) as recency_days,
        frequency,
        monetary

    from totals

    -- 净额口径下全部购买都被取消的客户不再是客户
    where frequency > 0

)

select * from metrics
