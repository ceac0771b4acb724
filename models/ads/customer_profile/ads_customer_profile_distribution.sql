-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 指标 × 值：各有多少客户；没有值的与没有画像授权的各成一行，加起来是全体

with

measures as (

    select * from {{ ref('dws_customer_profile_measure') }}

),

measure_values as (

    {{ profile_measure_values() }}

),

-- 没有算过的指标为空，unpivot 不出行
customer_values as (

    select
        as_of_date,
        measure,
        value

    from measures
        unpivot (
            value for measure in ({{ profile_measures() | join(', ') }})
        )

),

counted as (

    select
        as_of_date,
        measure,
        value,
        count(*) as customer_count,
        sum(count(*)) over (partition by as_of_date, measure) as population_count

    from customer_values

    group by as_of_date, measure, value

),

distribution as (

    select
        counted.as_of_date,
        counted.measure,
        counted.value,
        measure_values.value_order,
        counted.customer_count,
        cast(
            {{ rounded_ratio('100 * counted.customer_count', 'counted.population_count') }} as decimal(5, 2)
        ) as customer_share,
        {{ etl_load_time() }} as etl_load_time

    from counted

    left join measure_values
        on counted.measure = measure_values.measure and counted.value = measure_values.value

)

select * from distribution
