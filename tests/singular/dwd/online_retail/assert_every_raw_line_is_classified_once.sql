-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 原始表的每一行恰好一次、恰好一个类别：按发票比较三个数（行数、DWD 行数、有已知类别的行数），一行丢一行重也看得出

with

raw_lines as (

    select * from {{ ods('online_retail', 'ods_online_retail_line') }}

),

lines as (

    select * from {{ ref('dwd_online_retail_line') }}

),

classes as (

    {{ line_classes() }}

),

raw_counts as (

    select
        {{ ods_text({'source': 'InvoiceNo'}) }} as invoice_no,
        count(*) as raw_count

    from raw_lines

    group by {{ ods_text({'source': 'InvoiceNo'}) }}

),

line_counts as (

    select
        lines.invoice_no,
        count(*) as line_count,
        count(classes.line_class) as classified_count

    from lines

    left join classes
        on lines.line_class = classes.line_class

    group by lines.invoice_no

)

select
    coalesce(raw_counts.invoice_no, line_counts.invoice_no) as invoice_no,
    raw_counts.raw_count,
    line_counts.line_count,
    line_counts.classified_count

from raw_counts

full outer join line_counts
    on raw_counts.invoice_no <=> line_counts.invoice_no

where
    not raw_counts.raw_count <=> line_counts.line_count
    or not raw_counts.raw_count <=> line_counts.classified_count
