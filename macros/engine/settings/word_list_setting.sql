{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The value of a var that is a list of words, as a list of SQL literals. Anything else stops dbt with one sentence. -#}
{% macro word_list_setting(setting, example) -%}
    {%- set words = var(setting) -%}
    {%- set ends = '[\\w·（）()+./:&-]' -%}
    {%- set literals = [] -%}
    {%- if words is not string and words is not mapping and words is sequence -%}
        {%- for word in words if word is string and modules.re.fullmatch(ends ~ '([\\w ·（）()+./:&-]{0,48}' ~ ends ~ ')?', word) -%}
            {%- do literals.append(string_literal(word) | trim) -%}
        {%- endfor -%}
    {%- endif -%}
    {%- if not literals or literals | length != words | length -%}
        {{ refuse_setting(
            setting ~ " is '" ~ words ~ "'; give a list of words without quotes, of 50 characters at most, for example " ~ example
        ) }}
    {%- endif -%}
    {{ return(literals | join(', ')) }}
{%- endmacro %}
