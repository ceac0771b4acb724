{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A setting as a timestamp literal. Anything but the form YYYY-MM-DD HH:MM:SS stops dbt with one sentence. -#}
{% macro time_literal(text, setting) -%}
    {%- set text = text | string -%}
    {%- if not modules.re.fullmatch(
        '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3])(:[0-5][0-9]){2}', text
    ) -%}
        {{ refuse_setting(
            setting ~ " is '" ~ text ~ "'; give a time as YYYY-MM-DD HH:MM:SS, for example 2101-01-01 00:00:00"
        ) }}
    {%- endif -%}
    timestamp '{{ text }}'
{%- endmacro %}
