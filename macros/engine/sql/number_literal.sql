{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A setting as a number literal. Anything but a plain number stops dbt with one sentence. -#}
{% macro number_literal(value, setting) -%}
    {%- if not modules.re.fullmatch('-?[0-9]{1,15}([.][0-9]{1,6})?', value | string) -%}
        {{ refuse_setting(setting ~ " holds '" ~ value ~ "'; give plain numbers, for example 10 or 0.5") }}
    {%- endif -%}
    {{ value }}
{%- endmacro %}
