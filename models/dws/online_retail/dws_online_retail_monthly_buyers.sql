-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 月：本月买家里上月也买的、上月没买的，以及上月买家数

with

customer_stages as (

    select * from {{ ref('dws_online_retail_customer_stage') }}

),

months as (

    select
        basis,
        invoice_month,
        sum(case when is_buyer then 1 else 0 end) as buyer_count,
        sum(case when is_buyer_last_month then 1 else 0 end) as last_month_buyer_count,
        sum(case when is_buyer and is_buyer_last_month then 1 else 0 end) as returning_buyer_count,
        sum(case when is_buyer and not is_buyer_last_month then 1 else 0 end) as reactivated_or_new_count

    from customer_stages

    group by basis, invoice_month

)

select * from months
