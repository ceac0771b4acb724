{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A rejected row keeps its whole raw record, except of somebody who asked to be erased: of them neither the record nor the value is left.
  Returns no value, because that may be what has to go.
-#}
{% test raw_record_unless_erased(model) %}

with

rejected as (

    select * from {{ model }}

),

wrong as (

    select
        source_table,
        reject_reason,
        is_erased,
        count(*) as row_count

    from rejected

    where
        is_erased != (raw_record is null)
        or (is_erased and reject_value is not null)

    group by source_table, reject_reason, is_erased

)

select * from wrong

{% endtest %}
