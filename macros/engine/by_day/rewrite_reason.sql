{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Why a day with inputs is rewritten, none where it stays. The first of: missing (nothing stored, and not known to be empty), mixed (rows of
  two runs), the first part of the fingerprint that differs, and what forced_days asks for.
-#}
{% macro rewrite_reason(day, fingerprint, plan, parts, forced) -%}
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
        {#- the stored one has further parts, of inputs that the model does not have any more -#}
        {{ return('rules') }}
    {%- endif -%}
    {%- set date = "date '" ~ day ~ "'" -%}
    {%- for reason, first, last in forced if first <= date <= last -%}
        {{ return(reason) }}
    {%- endfor -%}
    {{ return(none) }}
{%- endmacro %}
