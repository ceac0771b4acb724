{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Everything that decides the rows of each day, as one stream: a day, whether it is a raw row, and one hash per part of the
  fingerprint that it belongs to (null in the others).
-#}
{% macro by_day_inputs(settings, parts) -%}
    {%- set streams = [] -%}
    {%- do streams.append(by_day_files(parts)) if settings.files -%}
    {%- for staged in settings.rows -%}
        {%- do streams.append(by_day_staged_rows(staged, settings, parts)) -%}
    {%- endfor -%}
    {%- for name, table in settings.days_of.items() -%}
        {%- do streams.append(by_day_same_days(name, table, parts)) -%}
    {%- endfor -%}
    {%- for name, parent in settings.parents.items() -%}
        {%- do streams.append(by_day_parents(name, parent, parts)) -%}
    {%- endfor -%}
    {%- do streams.append(by_day_without_date(parts)) if settings.undated -%}
    {{ streams | join('\n        union all\n') }}
{%- endmacro %}
