-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 比设计文档的 VARCHAR(n) 更长的文本：保留原样，一个字也不截。结果不带客户编号
{{ config(severity='warn') }}
{#- 哈希过的客户编号有 64 位，不是来源写的 -#}
{%- set id = {} if hashes_private_values() else {'customer_id': 20} %}
{%- set limits = {
    'dwd_customer_history': dict(
        id, customer_type=20, industry=50, company_size=20, credit_rating=5, declared_channel=30
    ),
    'dwd_transaction_fact': dict(id, product_id=20, channel_id=10, payment_method=20),
    'dwd_behavior_fact': dict(id, session_id=40, event_type=30, device_fingerprint=100),
    'dwd_service_fact': dict(id, contact_type=20, issue_category=50),
} %}

with

long_texts as (
    {% for table, columns in limits.items() %}
    select
        '{{ table }}' as found_in,
        inline(array(
            {%- for column, limit in columns.items() %}
            case
                when length({{ column }}) > {{ limit }}
                    then named_struct(
                        'column_name', '{{ column }}', 'longest_allowed', {{ limit }}, 'long_text',
                        {{ 'cast(null as string)' if column == 'customer_id' else column }}
                    )
            end{{ ',' if not loop.last }}
            {%- endfor %}
        ))

    from {{ ref(table) }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    found_in,
    column_name,
    longest_allowed,
    long_text,
    count(*) as found_rows

from long_texts

where column_name is not null

group by found_in, column_name, longest_allowed, long_text
