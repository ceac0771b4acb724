-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户 × 截止日成立的预警；只有同意画像也同意营销的客户

with

warnings as (

    select * from {{ ref('dws_customer_profile_warning') }}
    where as_of_date = {{ as_of_date() }}

),

rules as (

    select * from {{ ref('customer_profile_warning_rule') }}

),

fired_warnings as (

    select
        warnings.as_of_date,
        warnings.customer_id,
        warnings.rule_code,
        rules.rule_name,
        rules.rule_name_english,
        rules.severity,
        {{ filled_rule_text('rule_text', 'rules') }} as rule_text,
        {{ filled_rule_text('rule_text_english', 'rules', ' days') }} as rule_text_english,
        warnings.base_value,
        warnings.signal_value,
        rules.rule_order,
        {{ etl_load_time() }} as etl_load_time

    from warnings

    inner join rules
        on warnings.rule_code = rules.rule_code

)

select * from fired_warnings
