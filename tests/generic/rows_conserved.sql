{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Nothing is lost: rows in ODS = rows kept in the model + rows in the reject table that name the ODS table.
  rejects: left out where the model keeps every row.
-#}
{% test rows_conserved(model, area, ods_table, rejects=none) %}

with

counted as (

    select
        (select count(*) from {{ ods(area, ods_table) }}) as ods_count,
        (select count(*) from {{ model }}) as kept_count,
        {{ "(select count(*) from " ~ rejects ~ " where source_table = '" ~ ods_table ~ "')" if rejects else 0 }} as rejected_count

)

select * from counted
where ods_count != kept_count + rejected_count

{% endtest %}
