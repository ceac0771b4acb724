-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 文档的分析行，不经过类别直接判断：不是副本、八列都有值且读得出、数量不为负、在快照之前；取消与调整不是购买

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}

),

snapshot as (

    select snapshot_date from {{ ref('dwd_online_retail_snapshot') }}

),

judged as (

    select
        lines.line_id,
        lines.line_class,
        lines.is_analysis_row,
        lines.copy_number = 1
        and lines.reject_reason is null
        and lines.customer_id is not null
        and lines.description is not null
        and lines.country is not null
        and lines.quantity >= 0
        and lines.unit_price >= 0
        and substring(lines.invoice_no, 1, 1) not in ('C', 'c', 'A', 'a')
        and to_date(lines.invoice_date) < snapshot.snapshot_date
            as is_expected

    from lines

    cross join snapshot

)

select * from judged
where not is_analysis_row <=> is_expected
