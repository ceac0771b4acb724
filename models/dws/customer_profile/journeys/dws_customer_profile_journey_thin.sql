-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 视角 × 走法（journey_path）里有太细的去向的：从哪一步起提前并入“其他”
{#- 一个触点的几条小去向合起来还不足，就得连大的一条也并掉；提前一步并，与别的触点的合在一起，大的就留得住 #}
{%- set least = min_cell_customers() %}
{%- set link = 'partition by journey_view, step, from_touch, to_touch' %}
{%- set fork = 'partition by journey_view, step, from_touch' %}

with

walkers as (

    select
        *,
        split(journey_path, ' > ') as nodes

    from {{ ref('dws_customer_profile_journey_walker') }}

),

steps as (

    select
        *,
        explode(sequence(1, size(nodes) - 2)) as step

    from walkers

),

links as (

    select
        journey_view,
        journey_path,
        customer_id,
        step,
        nodes[step] as from_touch,
        nodes[step + 1] as to_touch

    from steps

),

ranked as (

    select
        *,
        dense_rank() over ({{ link }} order by customer_id) as customer_rank

    from links

),

sized as (

    select
        *,
        max(customer_rank) over ({{ link }}) < {{ least }} as is_small

    from ranked

),

small_ones as (

    select
        *,
        dense_rank() over ({{ fork }} order by customer_id) as customer_rank_of_fork

    from sized

    where is_small

),

judged as (

    select
        *,
        max(customer_rank_of_fork) over ({{ fork }}) < {{ least }} as is_thin

    from small_ones

),

thin_paths as (

    select
        journey_view,
        journey_path,
        min(step) as early_step

    from judged

    where is_thin

    group by journey_view, journey_path

)

select * from thin_paths
