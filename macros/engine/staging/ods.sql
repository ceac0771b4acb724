{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The only door to ODS. The area's var (<area>_ods) says where the raw tables are:
  seeds (the committed sample, so that `dbt build` works on a fresh clone) or source (tables in ods_schema).
  With `columns`, a missing table or column stops the run with one sentence before anything is built from it. An optional table that
  is missing has no rows.
-#}
{% macro ods(area, table, columns=none) -%}
    {%- set relation = ods_relation(area, table) -%}
    {%- if ods_is_missing(area_table(area, table)) -%}
        {{ return(ods_no_rows(area_table(area, table))) }}
    {%- endif -%}
    {%- if execute and columns and flags.WHICH in ['run', 'build'] and model.resource_type == 'model' -%}
        {%- do ods_assert_columns(relation, table, columns) -%}
    {%- endif -%}
    {{ relation }}
{%- endmacro %}
