-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 照做之后，按截止日存下的切点得到写着的分、升到下一级；R 多一天、少一单、少一分钱，都升不到
{%- set steps = {
    'whole': ['0', '0', '0'], 'a day': ['1', '0', '0'], 'an order': ['0', '1', '0'], 'a cent': ['0', '0', '0.01']
} %}

with

cut_points as (

    {{ level_cut_points() }}

),

bounds as (

    {{ rfm_bounds('cut_points', each='level_kind') }}

),

ways as (

    select * from {{ ref('ads_customer_profile_way_up') }}
    where way_status = 'reachable'

),

steps as (

    {% for step, less in steps.items() -%}
    select
        customer_id,
        level_kind,
        rfm_total,
        reached_total,
        '{{ step }}' as step_less,
        -(target_recency_days + {{ less[0] }}) as r_value,
        target_frequency - {{ less[1] }} as f_value,
        target_monetary - {{ less[2] }} as m_value

    from ways
    {%- if step != 'whole' %}

    where {{ {'a day': 'days_less', 'an order': 'orders_more', 'a cent': 'amount_more'}[step] }} > 0
    {%- endif %}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

),

rescored as (

    select
        steps.customer_id,
        steps.level_kind,
        steps.step_less,
        {{ rfm_next_total('steps.rfm_total') }} as next_total,
        steps.reached_total,
        {{ rfm_scores('steps', 'bounds', '>=') }}

    from steps

    inner join bounds
        on steps.level_kind = bounds.level_kind

)

select * from rescored
where
    (step_less = 'whole') != (r_score + f_score + m_score >= next_total)
    or (step_less = 'whole' and r_score + f_score + m_score != reached_total)
