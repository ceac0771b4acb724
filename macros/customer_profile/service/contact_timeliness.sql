{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  时效 of a contact at the end of a day, 0 to 1: min(1, target ÷ minutes), solved at once = 1, past its target and not solved = 0. Null while
  it is neither solved nor past its target.
-#}
{% macro contact_timeliness(contacts, day, target_minutes) -%}
    case
            when {{ contact_is_solved(contacts, day) }}
                then cast(least(1, coalesce(
                    cast({{ target_minutes }} as decimal(10, 0)) / nullif({{ contacts }}.resolution_time, 0), 1
                )) as decimal(13, 12))
            when {{ contact_is_overdue(contacts, day, target_minutes) }} then 0
        end
{%- endmacro %}
