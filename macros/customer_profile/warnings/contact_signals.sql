{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What contacts give the rules complaint_overdue, satisfaction_low and escalated, by customer, date and rule. -#}
{% macro contact_signals(contacts, targets, rule_dates) -%}
    select
        contacts.customer_id,
        rule_dates.rule_code,
        case rule_dates.rule_code
            when 'complaint_overdue' then count_if({{ is_complaint('contacts.issue_category') }})
            when 'satisfaction_low' then count_if(contacts.nps_score <= rule_dates.threshold)
            when 'escalated' then count(*)
        end as base_value,
        case rule_dates.rule_code
            when 'complaint_overdue'
                then count_if(
                    {{ is_complaint('contacts.issue_category') }}
                    and {{ contact_is_overdue('contacts', 'rule_dates.as_of_date', 'targets.target_minutes') }}
                )
            when 'satisfaction_low' then min(contacts.nps_score)
            when 'escalated' then max(contacts.escalation_level)
        end as signal_value,
        rule_dates.as_of_date

    from {{ contacts }} as contacts

    inner join {{ rule_dates }} as rule_dates
        on
            rule_dates.rule_code in ('complaint_overdue', 'satisfaction_low', 'escalated')
            and {{ is_within_days('contacts.contact_date', 'rule_dates.as_of_date', 'rule_dates.window_days') }}

    -- 只有投诉用到时限
    left join {{ targets }} as targets
        on contacts.issue_category = targets.issue_category

    where contacts.customer_id is not null and {{ is_human_contact('contacts.contact_source') }}

    group by contacts.customer_id, rule_dates.rule_code, rule_dates.as_of_date
{%- endmacro %}
