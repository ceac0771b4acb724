{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The value of a var that must be one of a few words. Any other value stops dbt with one sentence. -#}
{% macro choice_setting(setting, choices, default=none) -%}
    {%- set value = var(setting, default) -%}
    {%- if value not in choices -%}
        {{ refuse_setting(
            setting ~ " is '" ~ value ~ "'; give '" ~ choices | join("' or '") ~ "'"
        ) }}
    {%- endif -%}
    {{ return(value) }}
{%- endmacro %}
