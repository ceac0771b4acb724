-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 属性 × 值 × 省 × 价值分层：截止日的客户与金额，可以相加；只有大区再分省

with

customer_totals as (

    select * from {{ ref('dws_customer_profile_customer_total') }}

),

-- 价值分层既是属性，也是其他属性的细分；unpivot 用掉一列
segmented as (

    select
        *,
        ltv_segment as detail_segment

    from customer_totals

),

attribute_values as (

    select
        as_of_date,
        attribute,
        attribute_value,
        if(attribute = 'greater_region', province_id, null) as province_id,
        if(attribute = 'greater_region', province, null) as province,
        detail_segment as ltv_segment,
        activity_index,
        order_count,
        gross_amount,
        refund_amount,
        net_amount

    from segmented
        unpivot (
            attribute_value for attribute in ({{ value_attributes() | join(', ') }})
        )

),

value_groups as (

    select
        as_of_date,
        attribute,
        attribute_value,
        province_id,
        province,
        ltv_segment,
        {{ customer_total_measures() }},
        count(activity_index) as active_base_count,
        cast(coalesce(sum(activity_index), 0) as decimal(28, 2)) as activity_total

    from attribute_values

    group by as_of_date, attribute, attribute_value, province_id, province, ltv_segment

)

select * from value_groups
