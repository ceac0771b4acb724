-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 事实里有、客户表里没有的客户：保留，is_known_customer 为否
{{ config(severity='warn') }}

with

facts as (
    {% for table in ['dwd_order', 'dwd_behavior_fact', 'dwd_service_fact'] %}
    select
        '{{ table }}' as fact,
        customer_id

    from {{ ref(table) }}

    where customer_id is not null and not is_known_customer
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    fact,
    customer_id,
    count(*) as found_rows

from facts

group by fact, customer_id
