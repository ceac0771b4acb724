-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 要求删除的客户：编号不在任何一张 DWD 表里，金额与次数还在
{%- set tables = [
    'dwd_customer_history', 'dwd_customer_declared_attribute', 'dwd_order', 'dwd_order_item', 'dwd_refund', 'dwd_transaction_fact',
    'dwd_behavior_fact', 'dwd_service_fact', 'dwd_review', 'dwd_marketing_assignment', 'dwd_recommendation_log', 'dwd_customer_product_edge',
] %}

with

named as (
    {% for table in tables %}
    select
        '{{ table }}' as found_in,
        customer_id

    from {{ ref(table) }}

    union all
    {% endfor %}
    select
        'dwd_customer_relation' as found_in,
        explode(array(customer_id, related_customer_id)) as customer_id

    from {{ ref('dwd_customer_relation') }}

)

select
    named.found_in,
    count(*) as found_rows

from named

left semi join {{ ref('dwd_customer_erasure') }} as erasures
    on named.customer_id = erasures.customer_id

group by named.found_in
