-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一行被整行撤销的购买（line_id），以及撤销它的取消；像括号一样配对

with

lines as (

    select
        line_id,
        invoice_no,
        invoice_date,
        customer_id,
        upper(stock_code) as stock_code,
        unit_price,
        abs(quantity) as units,
        line_class = 'cancellation' as is_cancellation

    from {{ ref('dwd_online_retail_line') }}

    where
        customer_id is not null
        and (is_analysis_row or (line_class = 'cancellation' and quantity < 0))

),

cancellations as (

    select * from lines
    where is_cancellation

),

-- 只看有取消的“客户 × 产品 × 单价 × 件数”，其余几十万行不必排序；单价也要相同，金额才对得上
events as (

    select
        lines.*,
        sum(case when lines.is_cancellation then -1 else 1 end) over (
            partition by lines.customer_id, lines.stock_code, lines.unit_price, lines.units
            order by lines.invoice_date, lines.is_cancellation, lines.line_id
            rows between unbounded preceding and current row
        ) as balance

    from lines

    left semi join cancellations
        on
            lines.customer_id = cancellations.customer_id
            and lines.stock_code = cancellations.stock_code
            and lines.unit_price = cancellations.unit_price
            and lines.units = cancellations.units

),

floored as (

    select
        *,
        least(0, min(balance) over (
            partition by customer_id, stock_code, unit_price, units
            order by invoice_date, is_cancellation, line_id
            rows between unbounded preceding and current row
        )) as lowest_balance

    from events

),

nested as (

    select
        *,
        -- 取消撤销最近一行还没有被撤销的购买，两者嵌套层数相同
        balance - lowest_balance + case when is_cancellation then 1 else 0 end as nesting_level,
        -- 余额创新低的取消没有可撤销的购买：买在数据开始之前，或没有同样件数的购买
        is_cancellation and lowest_balance < lag(lowest_balance, 1, 0) over (
            partition by customer_id, stock_code, unit_price, units
            order by invoice_date, is_cancellation, line_id
        ) as is_unmatched

    from floored

),

numbered as (

    select
        *,
        row_number() over (
            partition by customer_id, stock_code, unit_price, units, nesting_level, is_cancellation
            order by invoice_date, line_id
        ) as pair_number

    from nested

    where not is_unmatched

),

paired as (

    select
        purchases.line_id,
        cancelling.line_id as undone_by_line_id,
        cancelling.invoice_no as undone_by_invoice_no,
        (unix_timestamp(cancelling.invoice_date) - unix_timestamp(purchases.invoice_date)) div 60
            as undone_after_minutes

    from numbered as purchases

    inner join numbered as cancelling
        on
            not purchases.is_cancellation
            and cancelling.is_cancellation
            and purchases.customer_id = cancelling.customer_id
            and purchases.stock_code = cancelling.stock_code
            and purchases.unit_price = cancelling.unit_price
            and purchases.units = cancelling.units
            and purchases.nesting_level = cancelling.nesting_level
            and purchases.pair_number = cancelling.pair_number

)

select * from paired
