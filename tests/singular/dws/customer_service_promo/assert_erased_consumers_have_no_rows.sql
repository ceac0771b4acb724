-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 要求删除的客户在任何一张按客户的表里、任何截止日都没有行

with

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

stored as (

    {% for table in ['consumer_daily', 'consumer_metrics', 'consumer_rfm'] -%}
    select
        'dws_customer_service_promo_{{ table }}' as found_in,
        consumer_id

    from {{ ref('dws_customer_service_promo_' ~ table) }}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

)

-- 结果不带编号
select
    stored.found_in,
    count(*) as found_rows

from stored

left join erasures
    on stored.consumer_id = erasures.customer_id

where erasures.customer_id is not null or stored.consumer_id is null

group by stored.found_in
