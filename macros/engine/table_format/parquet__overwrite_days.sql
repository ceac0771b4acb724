{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Writes the days that the query gives over those of the table, and leaves all other days alone. Spark replaces the folder
  of a partition as a whole.
-#}
{% macro parquet__overwrite_days(relation, query) -%}
    {%- do run_query('set spark.sql.sources.partitionOverwriteMode = dynamic') -%}
    {%- set names = adapter.get_columns_in_relation(relation) | map(attribute='quoted') | join(', ') -%}
    {%- call statement('main') -%}
        insert overwrite table {{ relation }} partition (dt)
        select {{ names }} from (
        {{ query }}
        )
    {%- endcall -%}
{%- endmacro %}
