{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Why a day with inputs is rewritten, none where it stays. The first of: missing (nothing stored, and not known to be empty), mixed (rows of
  two runs), the first part of the fingerprint that differs, backfill, reload. Dates are compared as literals, which sort like dates.
-#}
{% macro rewrite_reason(day, fingerprint, plan, parts, undated) -%}
    {%- set date = "date '" ~ day ~ "'" -%}
    {%- if day not in plan.stored and day not in plan.known_empty -%}
        {{ return('missing') }}
    {%- elif day in plan.stored and plan.stored[day] is none -%}
        {{ return('mixed') }}
    {%- elif day in plan.stored and plan.stored[day] != fingerprint -%}
        {%- set before, now = plan.stored[day].split('-'), fingerprint.split('-') -%}
        {%- for part in ['rules'] + parts -%}
            {%- if now[loop.index0] != before[loop.index0] -%}
                {{ return(part) }}
            {%- endif -%}
        {%- endfor -%}
    {%- endif -%}
    {%- if date == no_date() and undated -%}
        {{ return('reload') }}
    {%- elif in_backfill(date) -%}
        {{ return('backfill') }}
    {%- elif in_reload(date) -%}
        {{ return('reload') }}
    {%- endif -%}
    {{ return(none) }}
{%- endmacro %}
