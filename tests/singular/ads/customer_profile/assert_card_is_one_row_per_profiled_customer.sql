-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 截止日同意画像的客户恰好一张卡片，其余没有

with

profiled as (

    select customer_id from {{ ref('dws_customer_profile_population') }}
    where is_profiled and as_of_date = {{ as_of_date() }}

),

cards as (

    select
        customer_id,
        count(*) as card_count

    from {{ ref('ads_customer_profile_card') }}

    group by customer_id

)

select
    profiled.customer_id,
    cards.customer_id as card_customer_id,
    cards.card_count

from profiled

full outer join cards
    on profiled.customer_id = cards.customer_id

where profiled.customer_id is null or not cards.card_count <=> 1
