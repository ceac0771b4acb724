-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 规则指纹：按日表读的参考表都在内，别的参考表与原始表不在；每张都以文件的校验和计入

with

expected as (

    select *
    from
        values
        ('customer_profile_warning_rule', true),
        ('customer_profile_resolution_target', true),
        ('customer_profile_contact_channel', true),
        ('rfm_fixed_cut_points', {{ rfm_method() == 'fixed' }}),
        ('customer_profile_field', false),
        ('ods_order', false)
            as reference_case (rule_name, is_rule)

),

rules as (

    select
        rule_name,
        is_rule,
        array_contains(split('{{ dated_rules() | join(',') }}', ','), rule_name) as is_in_hash

    from expected

)

select * from rules
where is_rule != is_in_hash
