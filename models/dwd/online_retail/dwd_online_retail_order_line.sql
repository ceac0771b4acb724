-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径（basis）× 计入该口径的一行：gross 是文档的分析行，net 扣除取消

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}

),

undone as (

    select * from {{ ref('dwd_online_retail_undone_line') }}

),

purchases as (

    select
        lines.*,
        undone.undone_by_invoice_no,
        undone.undone_after_minutes

    from lines

    left join undone
        on lines.line_id = undone.line_id

    where lines.is_analysis_row

),

-- 没有整行撤销任何购买的取消（只取消一部分，或买在数据之前）：在取消当月扣减
deductions as (

    select
        lines.*,
        cast(null as string) as undone_by_invoice_no,
        cast(null as bigint) as undone_after_minutes

    from lines

    left anti join undone
        on lines.line_id = undone.undone_by_line_id

    where
        lines.line_class = 'cancellation'
        and lines.customer_id is not null

),

based as (

    select
        'gross' as basis,
        *

    from purchases

    union all

    select
        'net' as basis,
        *

    from purchases

    where undone_by_invoice_no is null

    union all

    select
        'net' as basis,
        *

    from deductions

),

order_lines as (

    select
        basis,
        line_id,
        invoice_no,
        stock_code,
        description,
        quantity,
        invoice_date,
        unit_price,
        customer_id,
        country,
        amount,
        invoice_month,
        is_analysis_row as is_purchase,
        undone_by_invoice_no,
        undone_after_minutes

    from based

)

select * from order_lines
