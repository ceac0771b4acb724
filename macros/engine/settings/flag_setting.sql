{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The value of a var that is true or false. Any other value stops dbt with one sentence. -#}
{% macro flag_setting(setting) -%}
    {%- set value = var(setting) -%}
    {%- if value is not boolean -%}
        {{ refuse_setting(setting ~ " is '" ~ value ~ "'; give true or false") }}
    {%- endif -%}
    {{ return(value) }}
{%- endmacro %}
