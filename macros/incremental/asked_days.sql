{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Days that Spark is asked for while the model is compiled, as {days: date literals}, so that partitions and files of other
  days are never opened.
-#}
{% macro asked_days(column, relation) -%}
    {%- set found = run_query('select distinct cast(' ~ column ~ ' as string) as dt from ' ~ relation ~ ' order by dt') -%}
    {{ return({'days': date_literals(found)}) }}
{%- endmacro %}
