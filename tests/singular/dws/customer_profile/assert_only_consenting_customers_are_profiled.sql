-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 没有画像授权的客户没有指数与特征，没有营销授权的客户没有预警

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}

),

derived as (

    {% for name in [
        'activity', 'service_health', 'features', 'warning',
        'value_segment', 'channel_evidence', 'channel_preference', 'tech_visit', 'tech_adoption',
        'price_sensitivity', 'social_impact', 'remark',
    ] -%}
    select
        '{{ name }}' as source_table,
        customer_id,
        as_of_date

    from {{ ref('dws_customer_profile_' ~ name) }}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

)

select
    derived.source_table,
    derived.customer_id,
    derived.as_of_date

from derived

left join population
    on
        derived.customer_id = population.customer_id
        and derived.as_of_date = population.as_of_date

where
    population.customer_id is null
    or not population.is_profiled
    or (derived.source_table = 'warning' and not population.is_marketable)
