-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 月；第一个月没有上月，与上月比较的率为空
create or replace table repurchase_rates as
with
counted as (
    select
        this_month.basis,
        this_month.invoice_month,
        count(*) as buyer_count,
        count(*) filter (this_month.order_count > 1) as repeat_customer_count,
        (
            select count(*) from buyers as month_before
            where
                month_before.basis = this_month.basis
                and month_before.invoice_month
                = strftime((this_month.invoice_month || '-01')::date - interval 1 month, '%Y-%m')
        ) as last_month_buyer_count,
        count(last_month.customer_id) as returning_buyer_count
    from buyers as this_month
    left join buyers as last_month
        on
            this_month.basis = last_month.basis
            and this_month.customer_id = last_month.customer_id
            and (last_month.invoice_month || '-01')::date
            = (this_month.invoice_month || '-01')::date - interval 1 month
    group by this_month.basis, this_month.invoice_month
)
select
    basis,
    invoice_month,
    buyer_count,
    repeat_customer_count,
    last_month_buyer_count,
    returning_buyer_count,
    buyer_count - returning_buyer_count as reactivated_or_new_count,
    percentage(repeat_customer_count, buyer_count) as repurchase_rate,
    if(last_month_buyer_count > 0, percentage(returning_buyer_count, buyer_count), null) as returning_buyer_rate,
    percentage(returning_buyer_count, last_month_buyer_count) as retention_rate,
    if(
        last_month_buyer_count > 0, percentage(buyer_count - returning_buyer_count, buyer_count), null
    ) as reactivation_or_new_rate,
    invoice_month = '2011-12' as is_partial_month
from counted
