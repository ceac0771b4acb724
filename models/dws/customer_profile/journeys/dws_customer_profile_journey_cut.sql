-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 视角 × 走法（journey_path）：走到第几步并入“其他”，空 = 一步也不并
{#- 一步一步地判：前面并掉的不再算进后面，所以公布的每一格都不少于 min_cell_customers 位客户 #}
{%- set least, fork = min_cell_customers(), 'partition by journey_view, from_touch' %}
{%- set link = fork ~ ', to_touch' %}
{%- set rounds = range(journey_setting('steps') + 1) %}

with

walkers as (

    select * from {{ ref('dws_customer_profile_journey_walker') }}

),

thin_paths as (

    select * from {{ ref('dws_customer_profile_journey_thin') }}

),

cut_at_start as (

    select
        walkers.journey_view,
        walkers.journey_path,
        thin_paths.early_step,
        case
            when thin_paths.early_step is null then split(walkers.journey_path, ' > ')
            else concat(slice(split(walkers.journey_path, ' > '), 1, thin_paths.early_step), array('其他'))
        end as nodes,
        walkers.customer_id,
        case when walkers.customer_number = 1 then walkers.path_journeys else 0 end as journey_count,
        cast(null as int) as cut_step

    from walkers

    left join thin_paths
        on
            walkers.journey_view = thin_paths.journey_view
            and walkers.journey_path = thin_paths.journey_path

),

{% for step in rounds -%}
linked_{{ step }} as (

    select /*+ repartition(journey_view, from_touch) */ *
    from (
        select
            *,
            case when cut_step is null then get(nodes, {{ step }}) end as from_touch,
            case when cut_step is null then get(nodes, {{ step + 1 }}) end as to_touch
        from {{ 'cut_at_start' if loop.first else 'cut_after_' ~ (step - 1) }}
    ) as steps

),

ranked_{{ step }} as (

    select
        *,
        dense_rank() over ({{ link }} order by customer_id) as customer_rank,
        sum(journey_count) over ({{ link }}) as link_journeys

    from linked_{{ step }}

),

sized_{{ step }} as (

    select
        *,
        max(customer_rank) over ({{ link }}) < {{ least }} as is_small

    from ranked_{{ step }}

),

forked_{{ step }} as (

    select
        *,
        case when is_small then dense_rank() over ({{ fork }}, is_small order by customer_id) end as small_rank,
        min(case when not is_small then struct(link_journeys, to_touch) end) over ({{ fork }}).to_touch as least_link

    from sized_{{ step }}

),

-- 并掉的合起来还不够，再并最小的一条
cut_after_{{ step }} as (

    select
        journey_view,
        journey_path,
        early_step,
        nodes,
        customer_id,
        journey_count,
        case
            when to_touch is null then cut_step
            when is_small then {{ step + 1 }}
            when to_touch = least_link and max(small_rank) over ({{ fork }}) < {{ least }} then {{ step + 1 }}
        end as cut_step

    from forked_{{ step }}

),

{% endfor -%}
journey_cuts as (

    select
        journey_view,
        journey_path,
        min(coalesce(cut_step, early_step)) as cut_step

    from cut_after_{{ rounds | last }}

    group by journey_view, journey_path

)

select * from journey_cuts
