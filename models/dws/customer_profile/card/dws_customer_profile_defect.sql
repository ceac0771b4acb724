-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日的客户 × 资料缺陷；参考表 customer_profile_quality_rule 里没有的规则不查

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where as_of_date = {{ as_of_date() }}

),

attributes as (

    select * from {{ ref('dws_customer_profile_attribute') }}

),

regions as (

    select * from {{ ref('dwd_region') }}

),

rules as (

    select * from {{ ref('customer_profile_quality_rule') }}

),

first_orders as (

    select
        customer_id,
        min(order_date) as first_order_date

    from {{ ref('dwd_order') }}

    where customer_id is not null and order_date <= {{ as_of_date() }}

    group by customer_id

),

-- 前两条就是设计文档的；没有客户资料的客户只查渠道，其余无从谈起
checked as (

    select
        population.customer_id,
        stack(
            10,
            'industry_missing',
            population.customer_type = '企业' and population.industry is null,
            'channel_unidentified',
            attributes.preferred_channel is null,
            'customer_unknown',
            not population.is_known,
            'customer_type_unknown',
            population.is_known and coalesce(population.customer_type not in ('个人', '企业'), true),
            'company_size_missing',
            population.customer_type = '企业' and population.company_size is null,
            'person_with_company_fields',
            population.customer_type = '个人' and coalesce(population.industry, population.company_size) is not null,
            'region_missing',
            population.is_known and population.region_id is null,
            'region_unknown',
            population.region_id is not null and regions.region_id is null,
            'register_time_missing',
            population.is_known and population.register_time is null,
            'ordered_before_registration',
            first_orders.first_order_date < to_date(population.register_time)
        ) as (rule_code, is_broken),
        population.as_of_date

    from population

    inner join attributes
        on population.customer_id = attributes.customer_id

    left join regions
        on population.region_id = regions.region_id

    left join first_orders
        on population.customer_id = first_orders.customer_id

),

defects as (

    select
        checked.customer_id,
        checked.rule_code,
        rules.rule_name,
        rules.rule_name_english,
        rules.rule_order,
        checked.as_of_date

    from checked

    inner join rules
        on checked.rule_code = rules.rule_code

    where checked.is_broken

)

select * from defects
