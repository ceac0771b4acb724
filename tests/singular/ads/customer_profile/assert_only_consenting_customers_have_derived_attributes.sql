-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 推导的属性只给同意画像的客户；首选渠道可以是客户自己声明的，以来源为准

with

consenting as (

    select customer_id from {{ ref('dws_customer_profile_population') }}
    where is_profiled and as_of_date = {{ as_of_date() }}

),

derived as (

    select
        customer_id,
        'ltv_segment' as attribute_name

    from {{ ref('ads_customer_dim') }}

    where ltv_segment is not null

    union all

    select
        customer_id,
        'tech_adoption, price_sensitivity, social_impact' as attribute_name

    from {{ ref('ads_customer_attributes') }}

    where coalesce(cast(tech_adoption as string), price_sensitivity, cast(social_impact as string)) is not null

    union all

    select
        customer_id,
        attribute_name

    from {{ ref('ads_customer_attribute_source') }}

    where attribute_source = 'derived'

)

select
    derived.attribute_name,
    derived.customer_id

from derived

left anti join consenting
    on derived.customer_id = consenting.customer_id
