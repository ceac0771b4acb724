-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 预警规则：截止日与上一个已存的截止日各有多少客户；没有成立的规则是 0

with

rules as (

    select * from {{ ref('customer_profile_warning_rule') }}

),

previous_date as (

    select max(as_of_date) as as_of_date

    from {{ ref('dws_customer_profile_date') }}

    where as_of_date < {{ as_of_date() }}

),

fired as (

    select
        rule_code,
        count_if(as_of_date = {{ as_of_date() }}) as customer_count,
        count_if(as_of_date = (select previous_date.as_of_date from previous_date)) as previous_customer_count

    from {{ ref('dws_customer_profile_warning') }}

    group by rule_code

),

warning_summary as (

    select
        {{ as_of_date() }} as as_of_date,
        rules.rule_code,
        rules.rule_name,
        rules.rule_name_english,
        rules.severity,
        {{ filled_rule_text('rule_text', 'rules') }} as rule_text,
        {{ filled_rule_text('rule_text_english', 'rules', ' days') }} as rule_text_english,
        coalesce(fired.customer_count, 0) as customer_count,
        previous_date.as_of_date as previous_as_of_date,
        case when previous_date.as_of_date is not null then coalesce(fired.previous_customer_count, 0) end
            as previous_customer_count,
        rules.rule_order,
        {{ etl_load_time() }} as etl_load_time

    from rules

    cross join previous_date

    left join fired
        on rules.rule_code = fired.rule_code

)

select * from warning_summary
