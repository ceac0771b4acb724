-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日：社交影响力里粉丝数的封顶值；没有人有粉丝的截止日没有行

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select population.*

    from {{ ref('dws_customer_profile_population') }} as population

    left semi join dates
        on population.as_of_date = dates.as_of_date

    where population.is_profiled and population.follower_count > 0

),

follower_values as (

    select
        as_of_date,
        follower_count,
        count(*) as customer_count

    from population

    group by as_of_date, follower_count

),

-- 窗口只排不同的粉丝数，不排客户
running as (

    select
        *,
        sum(customer_count) over (
            partition by as_of_date
            order by follower_count
        ) as running_count,
        sum(customer_count) over (partition by as_of_date) as positive_count

    from follower_values

),

follower_caps as (

    select
        min(follower_count) as follower_cap,
        any_value(positive_count) as positive_count,
        as_of_date

    from running

    where running_count >= {{ share_setting('customer_profile_social_cap_share') }} * positive_count

    group by as_of_date

)

select * from follower_caps
