-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 每月数量最大的若干购买行之一，附撤销它的取消
{%- set lines_per_month = number_literal(var('online_retail_super_order_lines'), 'online_retail_super_order_lines') %}

with

purchases as (

    select * from {{ ref('dwd_online_retail_order_line') }}
    where basis = 'gross'

),

months as (

    select * from {{ ref('dws_online_retail_monthly') }}
    where basis = 'gross'

),

ranked as (

    select
        *,
        row_number() over (
            partition by invoice_month
            order by quantity desc, amount desc, line_id asc
        ) as month_rank

    from purchases

),

super_orders as (

    select
        ranked.line_id,
        ranked.invoice_month,
        cast(ranked.month_rank as int) as month_rank,
        ranked.invoice_no,
        ranked.customer_id,
        ranked.stock_code,
        ranked.description,
        ranked.quantity,
        ranked.amount,
        cast({{ money_ratio('100 * ranked.amount', 'months.amount') }} as decimal(5, 2)) as month_amount_share,
        ranked.undone_by_invoice_no,
        ranked.undone_after_minutes,
        {{ etl_load_time() }} as etl_load_time

    from ranked

    inner join months
        on ranked.invoice_month = months.invoice_month

    where ranked.month_rank <= {{ lines_per_month }}

)

select * from super_orders
