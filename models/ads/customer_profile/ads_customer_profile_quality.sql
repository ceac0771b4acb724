-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日的客户 × 资料缺陷；没有缺陷的客户一行 数据完整

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where as_of_date = {{ as_of_date() }}

),

defects as (

    select * from {{ ref('dws_customer_profile_defect') }}

),

quality as (

    select
        population.customer_id,
        coalesce(defects.rule_name, '数据完整') as data_quality_status,
        defects.rule_code,
        population.as_of_date,
        {{ etl_load_time() }} as etl_load_time

    from population

    left join defects
        on population.customer_id = defects.customer_id

)

select * from quality
