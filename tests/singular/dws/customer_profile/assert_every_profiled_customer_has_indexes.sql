-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每个截止日：同意画像的客户恰好有一个阶段、一个渗透率；买过的恰好有一个订单等级；其余的人什么都没有

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}

),

lifecycles as (

    select * from {{ ref('dws_customer_profile_lifecycle') }}

),

penetrations as (

    select * from {{ ref('dws_customer_profile_penetration') }}

),

scored as (

    select * from {{ ref('dws_customer_profile_order_rfm') }}

),

appearances as (

    select
        customer_id,
        as_of_date,
        1 as population_rows,
        cast(is_profiled as int) as profiled_rows,
        0 as lifecycle_rows,
        0 as buyer_rows,
        0 as penetration_rows,
        0 as scored_rows

    from population

    union all

    select
        customer_id,
        as_of_date,
        0 as population_rows,
        0 as profiled_rows,
        1 as lifecycle_rows,
        if(stage_code = 'prospect', 0, 1) as buyer_rows,
        0 as penetration_rows,
        0 as scored_rows

    from lifecycles

    union all

    select
        customer_id,
        as_of_date,
        0 as population_rows,
        0 as profiled_rows,
        0 as lifecycle_rows,
        0 as buyer_rows,
        1 as penetration_rows,
        0 as scored_rows

    from penetrations

    union all

    select
        customer_id,
        as_of_date,
        0 as population_rows,
        0 as profiled_rows,
        0 as lifecycle_rows,
        0 as buyer_rows,
        0 as penetration_rows,
        1 as scored_rows

    from scored

),

counted as (

    select
        customer_id,
        as_of_date,
        sum(population_rows) as population_rows,
        sum(profiled_rows) as profiled_rows,
        sum(lifecycle_rows) as lifecycle_rows,
        sum(buyer_rows) as buyer_rows,
        sum(penetration_rows) as penetration_rows,
        sum(scored_rows) as scored_rows

    from appearances

    group by customer_id, as_of_date

)

select * from counted
where
    population_rows != 1
    or lifecycle_rows != profiled_rows
    or penetration_rows != profiled_rows
    or scored_rows != buyer_rows
