-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 文件的一行；类别取第一条符合的规则，分析行按文档：不是副本、八列无空值、Quantity 不为负、在快照之前
create or replace table lines as
with
snapshot as (
    select timestamp '2011-12-10 00:00:00' as snapshot_time
),
non_products (codes) as (
    values (['POST', 'DOT', 'M', 'C2', 'D', 'S', 'BANK CHARGES', 'AMAZONFEE', 'CRUK', 'B'])
),
numbered as (
    select
        InvoiceNo as invoice_no,
        StockCode as stock_code,
        Description as description,
        Quantity as quantity,
        InvoiceDate as invoice_date,
        UnitPrice::decimal(12, 3) as unit_price,
        CustomerID::varchar as customer_id,
        Country as country,
        row_number() over (order by file_row_number) as line_no,
        strftime(InvoiceDate, '%Y-%m') as invoice_month,
        (Quantity * UnitPrice::decimal(12, 3))::decimal(28, 3) as amount,
        row_number() over (
            partition by InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country
            order by file_row_number
        ) = 1 as is_first_copy
    from online_retail
)
select
    * exclude (is_first_copy, codes),
    case
        when invoice_no is null or stock_code is null or quantity is null or invoice_date is null or unit_price is null
            then 'invalid'
        when not is_first_copy then 'duplicate'
        when invoice_date >= snapshot_time then 'after_snapshot'
        when lower(invoice_no[1]) = 'c' then 'cancellation'
        when lower(invoice_no[1]) = 'a' or quantity < 0 or unit_price < 0 then 'adjustment'
        when customer_id is null then 'no_customer'
        when description is null or country is null then 'incomplete'
        when upper(stock_code) in codes or lower(stock_code[:5]) = 'gift_' then 'non_product'
        when amount = 0 then 'free'
        else 'sale'
    end as line_class,
    is_first_copy
    and invoice_no is not null
    and stock_code is not null
    and description is not null
    and invoice_date is not null
    and unit_price is not null
    and customer_id is not null
    and country is not null
    and quantity >= 0
    and invoice_date < snapshot_time as is_analysis_row
from numbered
cross join snapshot
cross join non_products
