{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The raw rows of an area that did not enter DWD, each with the first thing that is wrong with it, from the area's list of
  tables. A fact's row is rejected for its defect, else because another version of its key is kept, else because what it
  refers to (`parent`) is not there: the fact itself says which rows it kept.
-#}
{% macro rejected_rows(area) -%}
    {%- for table in area_tables(area) if table.key %}
    {%- if not loop.first %}

    union all
    {% endif %}
    {{ rejected_fact_rows(area, table) if table.is_fact else rejected_dimension_rows(table) }}
    {%- endfor %}
{%- endmacro %}
