-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 配对的第二条路，不用窗口：能撤销的取消都撤销了一行购买，而且中间没有更晚的、当时还没有被撤销的购买

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}
    where customer_id is not null

),

undone as (

    select * from {{ ref('dwd_online_retail_undone_line') }}

),

paired as (

    select
        lines.line_id,
        lines.customer_id,
        lines.stock_code,
        lines.unit_price,
        lines.quantity,
        lines.invoice_date,
        lines.line_class,
        lines.is_analysis_row,
        undone.undone_by_line_id,
        undoing.invoice_date as undone_date

    from lines

    left join undone
        on lines.line_id = undone.line_id

    left join lines as undoing
        on undone.undone_by_line_id = undoing.line_id

),

purchases as (

    select * from paired
    where is_analysis_row

),

-- 取消，以及它撤销的购买的时间；什么也没有撤销的为空
cancellations as (

    select
        lines.line_id,
        lines.customer_id,
        lines.stock_code,
        lines.unit_price,
        lines.quantity,
        lines.invoice_date,
        purchases.line_id as undid_line_id,
        purchases.invoice_date as undid_date

    from lines

    left join purchases
        on lines.line_id = purchases.undone_by_line_id

    where lines.line_class = 'cancellation' and lines.quantity < 0

)

select
    cancellations.line_id as cancellation_line_id,
    cancellations.undid_line_id,
    cancellations.undid_date,
    cancellations.invoice_date as cancellation_date,
    purchases.line_id as open_line_id,
    purchases.invoice_date as open_line_date,
    purchases.undone_date as open_line_undone_date

from cancellations

inner join purchases
    on
        cancellations.customer_id = purchases.customer_id
        and lower(cancellations.stock_code) = lower(purchases.stock_code)
        and cancellations.unit_price = purchases.unit_price
        and cancellations.quantity = -purchases.quantity
        and cancellations.invoice_date >= purchases.invoice_date

where
    (cancellations.undid_date is null or cancellations.undid_date < purchases.invoice_date)
    and (purchases.undone_date is null or purchases.undone_date > cancellations.invoice_date)
