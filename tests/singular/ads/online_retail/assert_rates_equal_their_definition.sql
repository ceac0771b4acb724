-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 复购率与三种回购率的第二条路：从 DWD 的行取“客户 × 月”，与上月的自己连接，不经过阶段与月汇总

with

customer_months as (

    select
        basis,
        customer_id,
        to_date(date_trunc('month', invoice_date)) as month_start,
        count(distinct invoice_no) as order_count

    from {{ ref('dwd_online_retail_order_line') }}

    where is_purchase

    group by basis, customer_id, to_date(date_trunc('month', invoice_date))

),

months as (

    select
        explode(sequence(min(month_start), max(month_start), interval 1 month)) as month_start,
        min(month_start) as first_month_start

    from customer_months

),

bases as (

    select distinct basis from customer_months

),

buyers as (

    select
        this_month.basis,
        this_month.month_start,
        count(*) as buyer_count,
        count(case when this_month.order_count > 1 then 1 end) as repeat_count,
        count(last_month.customer_id) as returning_count

    from customer_months as this_month

    left join customer_months as last_month
        on
            this_month.basis = last_month.basis
            and this_month.customer_id = last_month.customer_id
            and add_months(this_month.month_start, -1) = last_month.month_start

    group by this_month.basis, this_month.month_start

),

counted as (

    select
        bases.basis,
        months.month_start,
        months.month_start > months.first_month_start as has_last_month,
        coalesce(this_month.buyer_count, 0) as buyer_count,
        coalesce(this_month.repeat_count, 0) as repeat_count,
        coalesce(this_month.returning_count, 0) as returning_count,
        coalesce(last_month.buyer_count, 0) as last_month_buyer_count

    from months

    cross join bases

    left join buyers as this_month
        on bases.basis = this_month.basis and months.month_start = this_month.month_start

    left join buyers as last_month
        on bases.basis = last_month.basis and add_months(months.month_start, -1) = last_month.month_start

),

recomputed as (

    select
        basis,
        date_format(month_start, 'yyyy-MM') as invoice_month,
        round(cast(100 * repeat_count as decimal(20, 0)) / nullif(buyer_count, 0), 2) as repurchase_rate,
        case
            when has_last_month
                then round(cast(100 * returning_count as decimal(20, 0)) / nullif(buyer_count, 0), 2)
        end as returning_buyer_rate,
        round(cast(100 * returning_count as decimal(20, 0)) / nullif(last_month_buyer_count, 0), 2)
            as retention_rate,
        case
            when has_last_month
                then round(cast(100 * (buyer_count - returning_count) as decimal(20, 0)) / nullif(buyer_count, 0), 2)
        end as reactivation_or_new_rate

    from counted

),

stored as (

    select * from {{ ref('ads_online_retail_repurchase_rates') }}

)

select
    coalesce(stored.basis, recomputed.basis) as basis,
    coalesce(stored.invoice_month, recomputed.invoice_month) as invoice_month,
    stored.repurchase_rate as stored_repurchase_rate,
    recomputed.repurchase_rate,
    stored.returning_buyer_rate as stored_returning_buyer_rate,
    recomputed.returning_buyer_rate,
    stored.retention_rate as stored_retention_rate,
    recomputed.retention_rate,
    stored.reactivation_or_new_rate as stored_reactivation_or_new_rate,
    recomputed.reactivation_or_new_rate

from stored

full outer join recomputed
    on stored.basis = recomputed.basis and stored.invoice_month = recomputed.invoice_month

where
    stored.basis is null
    or recomputed.basis is null
    or not stored.repurchase_rate <=> recomputed.repurchase_rate
    or not stored.returning_buyer_rate <=> recomputed.returning_buyer_rate
    or not stored.retention_rate <=> recomputed.retention_rate
    or not stored.reactivation_or_new_rate <=> recomputed.reactivation_or_new_rate
