-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 从第一个月到最后一个月，每月五个阶段都有行，人数之和 = 全部客户，占比 = 人数 ÷ 全部客户

with

stage_counts as (

    select * from {{ ref('ads_online_retail_customer_stages') }}

),

purchases as (

    select
        basis,
        customer_id,
        to_date(date_trunc('month', invoice_date)) as month_start

    from {{ ref('dwd_online_retail_order_line') }}

    where is_purchase

),

customers as (

    select
        basis,
        count(distinct customer_id) as customer_count

    from purchases

    group by basis

),

months as (

    select explode(sequence(min(month_start), max(month_start), interval 1 month)) as month_start
    from purchases

),

expected as (

    select
        customers.basis,
        date_format(months.month_start, 'yyyy-MM') as invoice_month,
        customers.customer_count

    from customers

    cross join months

),

stored as (

    select
        stage_counts.basis,
        stage_counts.invoice_month,
        count(distinct stage_counts.stage) as stage_count,
        sum(stage_counts.customer_count) as customer_count,
        sum(
            case
                when
                    stage_counts.customer_share
                    = round(cast(100 * stage_counts.customer_count as decimal(20, 0)) / customers.customer_count, 2)
                    then 0
                else 1
            end
        ) as wrong_share_count

    from stage_counts

    left join customers
        on stage_counts.basis = customers.basis

    group by stage_counts.basis, stage_counts.invoice_month

)

select
    coalesce(expected.basis, stored.basis) as basis,
    coalesce(expected.invoice_month, stored.invoice_month) as invoice_month,
    expected.customer_count as all_customer_count,
    stored.customer_count as customer_count_of_stages,
    stored.stage_count,
    stored.wrong_share_count

from expected

full outer join stored
    on expected.basis = stored.basis and expected.invoice_month = stored.invoice_month

where
    not expected.customer_count <=> stored.customer_count
    or not stored.stage_count <=> 5
    or not stored.wrong_share_count <=> 0
