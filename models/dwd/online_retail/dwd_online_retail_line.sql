-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 文件的一行，全部保留并归类（line_class）

with

lines as (

    select * from {{ ref('stg_online_retail_line') }}

),

-- 编码不分大小写；种子里写了 M 又写 m 也只算一个
non_product_codes as (

    select upper(stock_code) as stock_code

    from {{ ref('online_retail_non_product_code') }}

    group by upper(stock_code)

),

snapshot as (

    select * from {{ ref('dwd_online_retail_snapshot') }}

),

derived as (

    select
        lines.*,
        -- 文件没有行号：内容的摘要加副本号就是主键
        concat(md5(lines.raw_record), '-', lines.copy_number) as line_id,
        cast(lines.quantity * lines.unit_price as decimal(28, 3)) as amount,
        date_format(lines.invoice_date, 'yyyy-MM') as invoice_month,
        non_product_codes.stock_code is not null as is_non_product,
        snapshot.snapshot_date

    from lines

    cross join snapshot

    left join non_product_codes
        on upper(lines.stock_code) = non_product_codes.stock_code

),

classified as (

    select
        *,
        {{ line_class('derived') }} as line_class

    from derived

),

classified_lines as (

    select
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
        copy_number,
        line_class,
        line_class in ('non_product', 'free', 'sale') as is_analysis_row,
        reject_reason,
        reject_column,
        reject_value,
        -- 读不出的行保留原文，其余各列已是原文
        case when line_class = 'invalid' then raw_record end as raw_record

    from classified

)

select * from classified_lines
