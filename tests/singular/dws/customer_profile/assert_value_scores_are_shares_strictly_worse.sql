-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 价值得分的第二条路：按严格更差的买家直接数；分层也可以由存下的切点重新得到
{%- set bins = rfm_bins() %}

with

value_segments as (

    select * from {{ ref('dws_customer_profile_value_segment') }}

),

ranked as (

    select
        *,
        rank() over (
            partition by as_of_date
            order by value_amount
        ) - 1 as worse_count,
        count(*) over (partition by as_of_date) as buyer_count

    from value_segments

),

cut as (

    select
        value_segments.customer_id,
        value_segments.as_of_date,
        max_by(cut_points.ltv_segment, cut_points.value_score) as ltv_segment

    from value_segments

    inner join {{ ref('dws_customer_profile_value_cut_points') }} as cut_points
        on
            value_segments.as_of_date = cut_points.as_of_date
            and value_segments.value_amount >= cut_points.lowest_value

    group by value_segments.customer_id, value_segments.as_of_date

)

select
    ranked.customer_id,
    ranked.as_of_date,
    ranked.value_amount,
    ranked.value_score,
    ranked.ltv_segment,
    cut.ltv_segment as segment_of_cut_points

from ranked

left join cut
    on
        ranked.customer_id = cut.customer_id
        and ranked.as_of_date = cut.as_of_date

where
    not ranked.ltv_segment <=> cut.ltv_segment
    {%- if rfm_method() == 'computed' %}
    or ranked.value_score != 1 + {{ bins }} * ranked.worse_count div ranked.buyer_count
    {%- endif %}
