-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 要求删除的客户：编号不在发送与核销里；它们还在，只有它们没有编号
{%- set facts = ['dwd_customer_service_promo_send', 'dwd_customer_service_promo_use'] %}

with

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

named as (
    {% for table in facts %}
    select
        '{{ table }}' as found_in,
        consumer_id,
        is_erased

    from {{ ref(table) }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

-- 结果不带编号
select
    named.found_in,
    named.is_erased,
    count(*) as found_rows

from named

left join erasures
    on named.consumer_id = erasures.customer_id

where erasures.customer_id is not null or named.is_erased != (named.consumer_id is null)

group by named.found_in, named.is_erased
