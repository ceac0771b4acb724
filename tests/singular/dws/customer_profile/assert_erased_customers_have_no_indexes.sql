-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 要求删除的客户在任何截止日的任何表里都没有行

with

erased as (

    select customer_id from {{ ref('dwd_customer_erasure') }}

),

stored as (

    {% for table in [
        'population', 'order_metrics', 'order_rfm', 'lifecycle', 'penetration',
        'activity_input', 'activity', 'service_input', 'service_health', 'features', 'warning',
        'measure', 'input', 'customer_total',
        'value_segment', 'channel_evidence', 'channel_preference', 'tech_visit', 'tech_adoption',
        'price_sensitivity', 'social_impact', 'attribute', 'level', 'defect', 'remark',
    ] -%}
    select
        'dws_customer_profile_{{ table }}' as source_table,
        customer_id,
        as_of_date

    from {{ ref('dws_customer_profile_' ~ table) }}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

)

-- 结果不带编号
select
    stored.source_table,
    stored.as_of_date,
    count(*) as rows_left

from stored

left semi join erased
    on stored.customer_id = erased.customer_id

group by stored.source_table, stored.as_of_date
