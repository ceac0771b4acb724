-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 同意画像的客户：社交影响力与依据

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select population.*

    from {{ ref('dws_customer_profile_population') }} as population

    left semi join dates
        on population.as_of_date = dates.as_of_date

    where population.is_profiled

),

-- 双方都同意的；同一个人的几种关系算一次
relations as (

    select * from {{ ref('dwd_customer_relation') }}
    where consent and customer_id != related_customer_id

),

relation_counts as (

    select
        relations.related_customer_id as customer_id,
        dates.as_of_date,
        count(distinct relations.customer_id) as relation_count

    from relations

    inner join dates
        on coalesce(relations.create_time <= {{ end_of_day('dates.as_of_date') }}, true)

    group by relations.related_customer_id, dates.as_of_date

),

relation_dates as (

    select as_of_date from relation_counts
    group by as_of_date

),

follower_caps as (

    select * from {{ ref('dws_customer_profile_follower_cap') }}

),

-- 既没有人有粉丝、也没有一条关系的数据，说明不了谁有影响力
social_impacts as (

    select
        population.customer_id,
        population.follower_count,
        follower_caps.follower_cap,
        coalesce(relation_counts.relation_count, 0) as relation_count,
        case
            when follower_caps.follower_cap is not null or relation_dates.as_of_date is not null
                then {{ social_impact(
                    'population.follower_count', 'follower_caps.follower_cap', 'coalesce(relation_counts.relation_count, 0)'
                ) }}
        end as social_impact,
        population.as_of_date

    from population

    left join follower_caps
        on population.as_of_date = follower_caps.as_of_date

    left join relation_dates
        on population.as_of_date = relation_dates.as_of_date

    left join relation_counts
        on population.customer_id = relation_counts.customer_id and population.as_of_date = relation_counts.as_of_date

)

select * from social_impacts
