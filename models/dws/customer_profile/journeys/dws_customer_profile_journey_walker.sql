-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 视角 × 走法（journey_path）× 走过的客户，每种走法最多 min_cell_customers 位
{#- 够不够 min_cell_customers 位，看这几位就知道；合并因此只与走法的多少有关，与会话的多少无关 #}

with

journeys as (

    select * from {{ ref('dws_customer_profile_journey') }}
    where journey_path is not null

),

walkers as (

    select
        journey_view,
        journey_path,
        customer_id,
        count(*) as journey_count

    from journeys

    group by journey_view, journey_path, customer_id

),

numbered as (

    select
        *,
        row_number() over (partition by journey_view, journey_path order by customer_id) as customer_number,
        sum(journey_count) over (partition by journey_view, journey_path) as path_journeys

    from walkers

),

few_walkers as (

    select
        journey_view,
        journey_path,
        customer_id,
        customer_number,
        path_journeys

    from numbered

    where customer_number <= {{ min_cell_customers() }}

)

select * from few_walkers
