{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A setting as a date literal. Anything but an existing date in the form YYYY-MM-DD stops dbt with one sentence. -#}
{% macro date_literal(text, setting) -%}
    {%- set text = text | string -%}
    {%- if not modules.re.fullmatch('(19[7-9][0-9]|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}', text) -%}
        {{ refuse_setting(
            setting ~ " is '" ~ text ~ "'; give a date between 1970 and 2100 as YYYY-MM-DD, for example 2024-06-30"
        ) }}
    {%- endif -%}
    {%- set year, month, day = text[:4] | int, text[5:7] | int, text[8:] | int -%}
    {%- set is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) -%}
    {%- set month_days = [31, 29 if is_leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] -%}
    {%- if not (1 <= month <= 12 and 1 <= day <= month_days[month - 1]) -%}
        {{ refuse_setting(
            setting ~ " is '" ~ text ~ "', a day that no calendar has; give a date as YYYY-MM-DD"
        ) }}
    {%- endif -%}
    date '{{ text }}'
{%- endmacro %}
