-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 属性 × 值：截止日的客户、买家、订单与金额；没有画像授权的只有 未授权 一行，不知道的是 未知
{%- set attributes = [
    'customer_type', 'industry', 'company_size', 'credit_rating', 'greater_region', 'province', 'declared_channel'
] %}

with

customer_totals as (

    select * from {{ ref('dws_customer_profile_customer_total') }}

),

attribute_values as (

    select
        as_of_date,
        attribute,
        value,
        order_count,
        gross_amount,
        refund_amount,
        net_amount,
        activity_index

    from customer_totals
        unpivot (
            value for attribute in ({{ attributes | join(', ') }})
        )

),

summed as (

    select
        as_of_date,
        attribute,
        value,
        {{ customer_total_measures() }},
        cast({{ rounded_ratio('sum(activity_index)', 'count(activity_index)') }} as decimal(5, 2))
            as mean_activity_index

    from attribute_values

    group by as_of_date, attribute, value

),

values_by_attribute as (

    select
        as_of_date,
        attribute,
        value,
        customer_count,
        buyer_count,
        order_count,
        gross_amount,
        refund_amount,
        net_amount,
        cast({{ rounded_ratio('net_amount', 'buyer_count') }} as decimal(28, 2)) as mean_net_amount,
        mean_activity_index,
        {{ etl_load_time() }} as etl_load_time

    from summed

)

select * from values_by_attribute
