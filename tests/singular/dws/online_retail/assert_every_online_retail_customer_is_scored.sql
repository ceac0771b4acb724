-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 有分析行的客户，恰好一人一行 RFM（每人一行由 unique_grain 保证）

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}
    where is_analysis_row

),

seen as (

    select distinct customer_id from lines

),

scored as (

    select customer_id from {{ ref('dws_online_retail_customer_rfm') }}

)

select
    seen.customer_id as seen_customer_id,
    scored.customer_id as scored_customer_id

from seen

full outer join scored
    on seen.customer_id = scored.customer_id

where seen.customer_id is null or scored.customer_id is null
