{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The code that decides the rows of a partition, as one hash: the compiled query and the types of its columns. The as-of date is left
  out, because it changes every day and decides only up to which day there are rows.
-#}
{% macro by_day_rules(query, columns) -%}
    {{ return(local_md5(query | replace(as_of_date(), 'as_of_date') ~ tojson(columns))) }}
{%- endmacro %}
