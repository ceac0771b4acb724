-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 资料的规则，与没有缺陷的 数据完整：截止日各有多少客户；一位客户可以有几处缺陷

with

rules as (

    select * from {{ ref('customer_profile_quality_rule') }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where as_of_date = {{ as_of_date() }}

),

defects as (

    select * from {{ ref('dws_customer_profile_defect') }}

),

statuses as (

    select
        defects.rule_code,
        count(*) as customer_count

    from population

    left join defects
        on population.customer_id = defects.customer_id

    group by defects.rule_code

),

population_size as (

    select count(*) as customer_count from population

),

rule_lines as (

    select
        rule_code,
        rule_name,
        rule_name_english,
        rule_text,
        rule_text_english,
        rule_order

    from rules

    union all

    select
        cast(null as string) as rule_code,
        '数据完整' as rule_name,
        'Complete' as rule_name_english,
        '没有一条规则不成立' as rule_text,
        'No rule is broken' as rule_text_english,
        0 as rule_order

),

quality_summary as (

    select
        {{ as_of_date() }} as as_of_date,
        rule_lines.rule_code,
        rule_lines.rule_name,
        rule_lines.rule_name_english,
        rule_lines.rule_text,
        rule_lines.rule_text_english,
        coalesce(statuses.customer_count, 0) as customer_count,
        cast(
            {{ rounded_ratio('100 * coalesce(statuses.customer_count, 0)', 'population_size.customer_count') }}
            as decimal(5, 2)
        ) as customer_share,
        rule_lines.rule_order,
        {{ etl_load_time() }} as etl_load_time

    from rule_lines

    cross join population_size

    left join statuses
        on rule_lines.rule_code <=> statuses.rule_code

)

select * from quality_summary
