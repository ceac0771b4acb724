{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Nothing is lost: rows in ODS = rows kept in the model + rows in the reject table that name the ODS table + rows that are left out on purpose.
  rejects: left out where the model keeps every row. kept: how rows are counted in the model, where one stands for several.
  dropped: a condition on sound rows of staging that the model leaves out.
-#}
{% test rows_conserved(model, area, ods_table, rejects=none, kept='count(*)', dropped=none) %}
{%- set staged = ref(area_table(area, ods_table).staging) if dropped %}

with

counted as (

    select
        (select count(*) from {{ ods(area, ods_table) }}) as ods_count,
        (select coalesce({{ kept }}, 0) from {{ model }}) as kept_count,
        {{ '(select count(*) from ' ~ staged ~ ' where reject_reason is null and (' ~ dropped ~ '))' if dropped else 0 }} as dropped_count,
        {{ "(select count(*) from " ~ rejects ~ " where source_table = '" ~ ods_table ~ "')" if rejects else 0 }} as rejected_count

)

select * from counted
where ods_count != kept_count + dropped_count + rejected_count

{% endtest %}
