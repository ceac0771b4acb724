{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The value of a var that is a list of words, as a list of SQL literals. Anything else stops dbt with one sentence. -#}
{% macro word_list_setting(setting, example) -%}
    {%- set words = var(setting) -%}
    {%- if words is string or words is not sequence or words | select('string') | list | length != words | length or not words -%}
        {{ exceptions.raise_compiler_error(
            setting ~ " is '" ~ words ~ "'; give a list of words, for example " ~ example
        ) }}
    {%- endif -%}
    {%- set literals = [] -%}
    {%- for word in words -%}
        {%- do literals.append(string_literal(word) | trim) -%}
    {%- endfor -%}
    {{ return(literals | join(', ')) }}
{%- endmacro %}
