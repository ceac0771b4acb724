{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The source is not broken as a whole: it has rows (unless it may be empty), and no more than the share `max_reject_share`
  of them was rejected.
-#}
{% test mostly_accepted(model, area, ods_table, may_be_empty=false) %}

with

counted as (

    select
        (select count(*) from {{ ods(area, ods_table) }}) as ods_count,
        (select count(*) from {{ model }}) as kept_count

)

select * from counted
where
    {% if not may_be_empty %}ods_count = 0 or {% endif %}kept_count < ods_count * (1 - {{ number_literal(var('max_reject_share'), 'max_reject_share') }})

{% endtest %}
