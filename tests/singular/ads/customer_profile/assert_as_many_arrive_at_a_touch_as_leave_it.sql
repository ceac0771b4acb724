-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每个视角、每一步的每个触点：流入等于流出；终点只有流入，开始只有流出

with

links as (

    select * from {{ ref('ads_customer_profile_journey') }}

),

flows as (

    select
        journey_view,
        from_step as step,
        from_touch as touch_name,
        0 as arriving,
        journey_count as leaving

    from links

    where from_step > 0

    union all

    select
        journey_view,
        from_step + 1 as step,
        to_touch as touch_name,
        journey_count as arriving,
        0 as leaving

    from links

    where
        to_touch not in ('结束', '更多', '其他')
        and not (journey_view = '下单之前' and to_touch = '下单')

)

select
    journey_view,
    step,
    touch_name,
    sum(arriving) as arriving,
    sum(leaving) as leaving

from flows

group by journey_view, step, touch_name

having sum(arriving) != sum(leaving)
