{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a contact was past its target and not solved at the end of a day. -#}
{% macro contact_is_overdue(contacts, day, target_minutes) -%}
    not {{ contact_is_solved(contacts, day) }}
            and {{ minutes_by_end_of(day, contacts ~ '.contact_time') }} >= {{ target_minutes }}
{%- endmacro %}
