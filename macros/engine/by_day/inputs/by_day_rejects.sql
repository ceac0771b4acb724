{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What the rejected rows of an area are made from: staging of its facts, the facts that say themselves which rows they kept, and, where a
  row may be left out although what it refers to is there, whether it is there; and whose rows lose their raw record, because they asked
  to be erased. Facts without a time have their rejected rows in the partition without a day, which every run writes.
-#}
{% macro by_day_rejects(area) -%}
    {%- set facts = area_tables(area) | selectattr('is_fact') | selectattr('time') | list -%}
    {%- set kept, parents = {}, {} -%}
    {%- for table in facts if table.parent -%}
        {%- do kept.update({'kept_' ~ loop.index: table.dwd}) -%}
        {%- if table.parent.else -%}
            {%- do parents.update({
                'parent_' ~ loop.index: {
                    'rows': table.staging, 'table': table.parent.table, 'by': table.parent.column, 'column': table.parent.column
                }
            }) -%}
        {%- endif -%}
    {%- endfor -%}
    {%- for table in facts -%}
        {%- set number = loop.index -%}
        {%- for column in erasable_columns(table) -%}
            {%- do parents.update({
                'erased_' ~ number ~ '_' ~ column: {
                    'rows': table.staging, 'table': erasure_list().table, 'by': column, 'column': erasure_list().column
                }
            }) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ return({
        'rows': facts | map(attribute='staging') | list,
        'days_of': kept,
        'parents': parents,
        'undated': true,
    }) }}
{%- endmacro %}
