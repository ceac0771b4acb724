-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 文档的转移表：上月的阶段 + 本月是否消费 → 本月的阶段；第一个月之前都是未消费；是否消费从 DWD 的行看

with

transitions as (

    select
        stage_before,
        is_buyer,
        stage
    from
        values
        ('未消费', true, 'new'),
        ('new', true, 'active'),
        ('active', true, 'active'),
        ('unactive', true, 'back'),
        ('back', true, 'active'),
        ('未消费', false, '未消费'),
        ('new', false, 'unactive'),
        ('active', false, 'unactive'),
        ('unactive', false, 'unactive'),
        ('back', false, 'unactive')
            as transition (stage_before, is_buyer, stage)

),

purchases as (

    select distinct
        basis,
        customer_id,
        to_date(date_trunc('month', invoice_date)) as month_start

    from {{ ref('dwd_online_retail_order_line') }}

    where is_purchase

),

stages as (

    select
        basis,
        customer_id,
        to_date(concat(invoice_month, '-01')) as month_start,
        stage

    from {{ ref('dws_online_retail_customer_stage') }}

),

first_month as (

    select min(month_start) as month_start from purchases

),

steps as (

    select
        stages.basis,
        stages.customer_id,
        stages.month_start,
        case when stages.month_start = first_month.month_start then '未消费' else last_month.stage end as stage_before,
        purchases.customer_id is not null as is_buyer,
        stages.stage

    from stages

    cross join first_month

    left join stages as last_month
        on
            stages.basis = last_month.basis
            and stages.customer_id = last_month.customer_id
            and stages.month_start = add_months(last_month.month_start, 1)

    left join purchases
        on
            stages.basis = purchases.basis
            and stages.customer_id = purchases.customer_id
            and stages.month_start = purchases.month_start

)

select
    steps.basis,
    steps.customer_id,
    steps.month_start,
    steps.stage_before,
    steps.is_buyer,
    transitions.stage as expected_stage,
    steps.stage

from steps

left join transitions
    on steps.stage_before = transitions.stage_before and steps.is_buyer = transitions.is_buyer

where not steps.stage <=> transitions.stage
