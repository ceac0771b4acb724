{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A row that was rejected because what it refers to is not there: it really is not there. The reject table takes what the fact did
  not keep, so a fact that loses rows would show here. What was rejected although it is there (`else`) really refers to something.
-#}
{% test rejected_parent_is_missing(model, area) %}

with

rejected as (

    select * from {{ model }}

),

found as (
    {% for table in area_tables(area) if table.parent %}
    {%- if not loop.first %}
    union all
    {% endif %}
    select
        rejected.source_table,
        rejected.source_key,
        rejected.reject_reason,
        rejected.reject_value

    from rejected

    inner join {{ ref(table.parent.table) }} as parent
        on rejected.reject_value = parent.{{ table.parent.column }}

    where rejected.reject_reason = '{{ table.parent.reason }}'
    {%- if table.parent.else %}

    union all

    select
        rejected.source_table,
        rejected.source_key,
        rejected.reject_reason,
        rejected.reject_value

    from rejected

    left anti join {{ ref(table.parent.table) }} as parent
        on rejected.reject_value = parent.{{ table.parent.column }}

    where rejected.reject_reason = '{{ table.parent.else }}'
    {%- endif %}
    {% endfor %}
)

select * from found

{% endtest %}
