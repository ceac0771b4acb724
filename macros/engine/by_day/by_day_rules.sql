{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The code that decides the rows of a partition, as one hash: the compiled query, and the types of what it reads from tables kept
  by day. Where the as-of date decides only up to which day there are rows (until_as_of_date), it is left out, as it changes every day.
-#}
{% macro by_day_rules(code, settings) -%}
    {%- set joined = settings.lookups.values() | list + settings.parents.values() | list -%}
    {%- set parents = settings.rows + settings.days_of.values() | list + joined | map(attribute='table') | list -%}
    {%- set types = [] -%}
    {%- for parent in parents | unique -%}
        {%- for column in adapter.get_columns_in_relation(ref(parent)) -%}
            {%- do types.append(parent ~ '.' ~ column.name ~ ' ' ~ column.dtype) -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- set text = code | replace(as_of_date(), 'as_of_date') if settings.until_as_of_date else code -%}
    {{ return(local_md5(text ~ types | sort | join(', '))) }}
{%- endmacro %}
