-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日同意画像的一位客户：声明的属性、预警、资料缺陷，各成一句

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled and as_of_date = {{ as_of_date() }}

),

declared as (

    select
        customer_id,
        concat_ws('；', sort_array(collect_list(concat(attribute_name, '：', attribute_value)))) as declared_attributes

    from {{ ref('dwd_customer_declared_attribute') }}

    group by customer_id

),

warnings as (

    select
        warnings.customer_id,
        count(*) as warning_count,
        sort_array(collect_list(struct(rules.rule_order, warnings.rule_name))) as rules

    from {{ ref('dws_customer_profile_warning') }} as warnings

    inner join {{ ref('customer_profile_warning_rule') }} as rules
        on warnings.rule_code = rules.rule_code

    where warnings.as_of_date = {{ as_of_date() }}

    group by warnings.customer_id

),

defects as (

    select
        customer_id,
        sort_array(collect_list(struct(rule_order, rule_name))) as rules

    from {{ ref('dws_customer_profile_defect') }}

    group by customer_id

),

-- 没有同意营销的客户不查预警：空，而不是 0
remarks as (

    select
        population.customer_id,
        nullif(declared.declared_attributes, '') as declared_attributes,
        case when population.is_marketable then coalesce(warnings.warning_count, 0) end as warning_count,
        nullif(concat_ws('、', warnings.rules.rule_name), '') as warning_names,
        coalesce(nullif(concat_ws('、', defects.rules.rule_name), ''), '数据完整') as data_quality_status,
        population.as_of_date

    from population

    left join declared
        on population.customer_id = declared.customer_id

    left join warnings
        on population.customer_id = warnings.customer_id

    left join defects
        on population.customer_id = defects.customer_id

)

select * from remarks
