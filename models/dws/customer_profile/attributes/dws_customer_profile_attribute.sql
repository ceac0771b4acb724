-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日的一位客户：设计文档两张客户表的全部字段与依据；推导的只给同意画像的客户
{%- set dated = ['value_segment', 'channel_preference', 'tech_adoption', 'price_sensitivity', 'social_impact'] %}

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where as_of_date = {{ as_of_date() }}

),

declared_words as (

    select * from {{ ref('customer_profile_contact_channel') }}
    where word_kind = 'declared'

),

{% for name in dated -%}
{{ name }} as (

    select * from {{ ref('dws_customer_profile_' ~ name) }}
    where as_of_date = {{ as_of_date() }}

),

{% endfor -%}
order_metrics as (

    select * from {{ ref('dws_customer_profile_order_metrics') }}
    where as_of_date = {{ as_of_date() }}

),

-- 没有同意画像的客户也可以有自己声明的渠道
attributes as (

    select
        population.customer_id,
        population.is_known,
        population.is_profiled,
        population.is_marketable,
        population.customer_type,
        population.industry,
        population.company_size,
        population.credit_rating,
        value_segment.ltv_segment,
        coalesce(channel_preference.preferred_channel, declared_words.contact_channel) as preferred_channel,
        coalesce(
            channel_preference.channel_source,
            case when declared_words.contact_channel is not null then 'declared' end
        ) as channel_source,
        declared_words.contact_channel as declared_channel,
        tech_adoption.tech_adoption,
        price_sensitivity.price_sensitivity,
        social_impact.social_impact,
        population.eco_friendly,
        coalesce(order_metrics.order_count, 0) as order_count,
        coalesce(channel_preference.evidence_count, 0) as channel_evidence_count,
        coalesce(tech_adoption.event_count, 0) as event_count,
        coalesce(price_sensitivity.line_count, 0) as line_count,
        coalesce(cast(social_impact.follower_count is not null as int) + social_impact.relation_count, 0)
            as social_evidence_count,
        population.as_of_date

    from population

    left join declared_words
        on population.declared_channel = declared_words.word

    left join order_metrics
        on population.customer_id = order_metrics.customer_id
    {%- for name in dated %}

    left join {{ name }}
        on population.customer_id = {{ name }}.customer_id
    {%- endfor %}

)

select * from attributes
