-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 属性 × 值：以什么名字显示；客户太少的值显示为 其他

with

value_groups as (

    select * from {{ ref('dws_customer_profile_value_group') }}

),

counted as (

    select
        attribute,
        attribute_value,
        sum(customer_count) as customer_count

    from value_groups

    group by attribute, attribute_value

),

value_names as (

    select
        attribute,
        attribute_value,
        {{ cell_or_other('attribute_value', 'customer_count', ['attribute']) }} as shown_value

    from counted

)

select * from value_names
