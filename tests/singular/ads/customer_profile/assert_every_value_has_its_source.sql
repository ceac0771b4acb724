-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 两张客户表里的每个值在来源表里恰好一行，值相同；来源表没有多余的行

with

tables as (

    select
        coalesce(customers.customer_id, attribute_rows.customer_id) as customer_id,
        stack(
            10,
            'customer_type', customers.customer_type,
            'industry', customers.industry,
            'company_size', customers.company_size,
            'credit_rating', customers.credit_rating,
            'ltv_segment', customers.ltv_segment,
            'preferred_channel', customers.preferred_channel,
            'tech_adoption', cast(attribute_rows.tech_adoption as string),
            'price_sensitivity', attribute_rows.price_sensitivity,
            'social_impact', cast(attribute_rows.social_impact as string),
            'eco_friendly', cast(attribute_rows.eco_friendly as string)
        ) as (attribute_name, attribute_value)

    from {{ ref('ads_customer_dim') }} as customers

    full outer join {{ ref('ads_customer_attributes') }} as attribute_rows
        on customers.customer_id = attribute_rows.customer_id

),

filled as (

    select * from tables
    where attribute_value is not null

),

sources as (

    select * from {{ ref('ads_customer_attribute_source') }}

)

select
    filled.customer_id,
    filled.attribute_name,
    filled.attribute_value,
    sources.customer_id as source_customer_id,
    sources.attribute_name as source_attribute_name,
    sources.attribute_value as source_value

from filled

full outer join sources
    on
        filled.customer_id = sources.customer_id
        and filled.attribute_name = sources.attribute_name

where not filled.attribute_value <=> sources.attribute_value
