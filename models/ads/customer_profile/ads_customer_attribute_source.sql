-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日的客户 × 有值的属性：值从哪里来，凭多少条依据
{%- set declared = ['customer_type', 'industry', 'company_size', 'credit_rating', 'eco_friendly'] %}
{%- set derived = {
    'ltv_segment': 'order_count',
    'tech_adoption': 'event_count',
    'price_sensitivity': 'line_count',
    'social_impact': 'social_evidence_count',
} %}
{#- 由行为推测、没有人核实过的 #}
{%- set proxies = ['tech_adoption'] %}

with

attributes as (

    select * from {{ ref('dws_customer_profile_attribute') }}

),

-- 声明的以客户的一次声明为依据
listed as (

    select
        customer_id,
        stack(
            {{ declared | length + derived | length + 1 }},
            {%- for column in declared %}
            '{{ column }}', cast({{ column }} as string), 'declared', 1L,
            {%- endfor %}
            {%- for column, evidence in derived.items() %}
            '{{ column }}', cast({{ column }} as string), 'derived', cast({{ evidence }} as bigint),
            {%- endfor %}
            'preferred_channel', preferred_channel, channel_source,
            cast(if(channel_source = 'derived', channel_evidence_count, 1) as bigint)
        ) as (attribute_name, attribute_value, attribute_source, evidence_count)

    from attributes

),

attribute_sources as (

    select
        customer_id,
        attribute_name,
        attribute_value,
        attribute_source,
        evidence_count,
        {{ as_of_date() }} as as_of_date,
        attribute_name in ('{{ proxies | join("', '") }}') as is_proxy,
        {{ etl_load_time() }} as etl_load_time

    from listed

    where attribute_value is not null

)

select * from attribute_sources
