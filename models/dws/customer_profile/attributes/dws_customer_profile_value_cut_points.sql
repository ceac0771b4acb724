-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 价值得分：得到它的最低价值；没有客户得到的分数没有行

with

dates as (

    {{ dates_to_build() }}

),

value_segments as (

    select value_segments.*

    from {{ ref('dws_customer_profile_value_segment') }} as value_segments

    left semi join dates
        on value_segments.as_of_date = dates.as_of_date

),

cut_points as (

    select
        ltv_segment,
        value_score,
        min(value_amount) as lowest_value,
        count(*) as customer_count,
        as_of_date

    from value_segments

    group by as_of_date, ltv_segment, value_score

)

select * from cut_points
