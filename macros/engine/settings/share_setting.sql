{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The value of a var that is a share, 0 to 1. Any other value stops dbt with one sentence. -#}
{% macro share_setting(setting) -%}
    {%- set value = number_literal(var(setting), setting) | trim -%}
    {%- if not 0 <= value | float <= 1 -%}
        {{ refuse_setting(setting ~ " is '" ~ value ~ "'; give a share from 0 to 1, for example 0.25") }}
    {%- endif -%}
    {{ return(value) }}
{%- endmacro %}
