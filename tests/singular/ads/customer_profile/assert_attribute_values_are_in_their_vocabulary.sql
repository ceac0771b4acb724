-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 首选渠道是参考表里的渠道；声明的是客户自己说的那一种
with

channels as (

    select
        word,
        word_kind,
        contact_channel

    from {{ ref('customer_profile_contact_channel') }}

),

preferred as (

    select
        customers.customer_id,
        customers.preferred_channel,
        sources.attribute_source,
        population.declared_channel

    from {{ ref('ads_customer_dim') }} as customers

    inner join {{ ref('dws_customer_profile_population') }} as population
        on
            customers.customer_id = population.customer_id
            and population.as_of_date = {{ as_of_date() }}

    left join {{ ref('ads_customer_attribute_source') }} as sources
        on
            customers.customer_id = sources.customer_id
            and sources.attribute_name = 'preferred_channel'

    where customers.preferred_channel is not null

)

select
    preferred.customer_id,
    preferred.preferred_channel,
    preferred.attribute_source,
    preferred.declared_channel

from preferred

left anti join channels
    on
        preferred.preferred_channel = channels.contact_channel
        and (
            preferred.attribute_source = 'derived'
            or (channels.word_kind = 'declared' and preferred.declared_channel = channels.word)
        )
