{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a contact was solved by the end of a day: what was solved later was not solved yet. -#}
{% macro contact_is_solved(contacts, day) -%}
    coalesce({{ contacts }}.resolution_time <= {{ minutes_by_end_of(day, contacts ~ '.contact_time') }}, false)
{%- endmacro %}
