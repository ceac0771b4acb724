-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 视角 × 第几步 × 从哪个触点 × 到哪个触点；不足 min_cell_customers 位客户的并入“其他”

with

journeys as (

    select * from {{ ref('dws_customer_profile_journey') }}
    where journey_path is not null

),

cuts as (

    select * from {{ ref('dws_customer_profile_journey_cut') }}

),

walked as (

    select
        journeys.journey_view,
        journeys.customer_id,
        case
            when cuts.cut_step is null then split(journeys.journey_path, ' > ')
            else concat(slice(split(journeys.journey_path, ' > '), 1, cuts.cut_step), array('其他'))
        end as nodes

    from journeys

    inner join cuts
        on
            journeys.journey_view = cuts.journey_view
            and journeys.journey_path = cuts.journey_path

),

links as (

    select
        *,
        explode(sequence(0, size(nodes) - 2)) as from_step

    from walked

),

summed as (

    select
        journey_view,
        from_step,
        nodes[from_step] as from_touch,
        nodes[from_step + 1] as to_touch,
        count(*) as journey_count,
        count(distinct customer_id) as customer_count

    from links

    group by journey_view, from_step, nodes[from_step], nodes[from_step + 1]

),

-- 只有整个视角都不足时，才有一格不足：那就一格也不公布
journey_links as (

    select
        {{ as_of_date() }} as as_of_date,
        journey_view,
        from_step,
        from_touch,
        to_touch,
        journey_count,
        customer_count,
        {{ etl_load_time() }} as etl_load_time

    from summed

    where customer_count >= {{ min_cell_customers() }}

)

select * from journey_links
