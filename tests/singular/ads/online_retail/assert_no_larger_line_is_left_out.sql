-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每月数量最大的几行：不在表上的购买行没有一行比表上最小的更大，行数够数

with

purchases as (

    select * from {{ ref('dwd_online_retail_line') }}
    where is_analysis_row

),

listed as (

    select * from {{ ref('ads_online_retail_super_orders') }}

),

months as (

    select
        purchases.invoice_month,
        least(count(*), {{ var('online_retail_super_order_lines') }}) as expected_line_count,
        count(listed.line_id) as listed_line_count,
        min(case when listed.line_id is not null then purchases.quantity end) as smallest_listed_quantity,
        max(case when listed.line_id is null then purchases.quantity end) as largest_unlisted_quantity

    from purchases

    left join listed
        on purchases.line_id = listed.line_id and purchases.invoice_month = listed.invoice_month

    group by purchases.invoice_month

)

select * from months
where
    listed_line_count != expected_line_count
    or largest_unlisted_quantity > smallest_listed_quantity
