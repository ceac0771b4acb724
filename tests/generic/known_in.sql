{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Every value of the column is known in `field` of `to`; names each unknown value and how often it occurs. -#}
{% test known_in(model, column_name, to, field) %}

with

facts as (

    select {{ column_name }} as unknown_value from {{ model }}
    where {{ column_name }} is not null

),

dimension as (

    select {{ field }} as known_value from {{ to }}

)

select
    facts.unknown_value,
    count(*) as row_count

from facts

left anti join dimension
    on facts.unknown_value = dimension.known_value

group by facts.unknown_value

{% endtest %}
