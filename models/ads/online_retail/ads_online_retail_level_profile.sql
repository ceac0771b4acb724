-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 用户等级，恒为四行

with

levels as (

    {{ rfm_levels() }}

),

customers as (

    select * from {{ ref('dws_online_retail_customer_rfm') }}

),

totals as (

    select cast(sum(monetary) as decimal(28, 3)) as amount from customers

),

level_customers as (

    {{ rfm_level_profile(
        'levels',
        'customers',
        counted_as='customer_count',
        share_as='customer_share',
        measures={'amount': 'cast(sum(monetary) as decimal(28, 3))'}
    ) }}

),

level_profile as (

    select
        level_customers.user_level,
        level_customers.customer_count,
        level_customers.customer_share,
        cast(level_customers.median_recency_days as decimal(10, 1)) as median_recency_days,
        cast(level_customers.median_frequency as decimal(10, 1)) as median_frequency,
        coalesce(level_customers.amount, cast(0 as decimal(28, 3))) as amount,
        cast(
            {{ money_ratio('100 * coalesce(level_customers.amount, 0)', 'totals.amount') }} as decimal(5, 2)
        ) as amount_share,
        {{ etl_load_time() }} as etl_load_time

    from level_customers

    cross join totals

)

select * from level_profile
