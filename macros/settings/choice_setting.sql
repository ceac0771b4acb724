{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The value of a var that chooses one of a few words; anything else stops dbt with one sentence. -#}
{% macro choice_setting(setting, choices, otherwise=none) -%}
    {%- set value = var(setting, otherwise) -%}
    {%- if value not in choices -%}
        {{ exceptions.raise_compiler_error(
            setting ~ " is '" ~ value ~ "'; give '" ~ choices | join("' or '") ~ "'"
        ) }}
    {%- endif -%}
    {{ return(value) }}
{%- endmacro %}
