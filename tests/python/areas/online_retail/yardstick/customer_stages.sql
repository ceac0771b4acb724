-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 月 × 阶段，没有客户的阶段为 0
create or replace table customer_stages as
with
spine as (
    select distinct counted.basis, counted.invoice_month, rules.stage
    from customer_stage as counted
    cross join stage_rules as rules
)
select
    basis,
    invoice_month,
    stage,
    count(customer_id) as customer_count,
    percentage(count(customer_id), sum(count(customer_id)) over (partition by basis, invoice_month)) as customer_share,
    invoice_month = '2011-12' as is_partial_month
from spine
left join customer_stage using (basis, invoice_month, stage)
group by basis, invoice_month, stage
