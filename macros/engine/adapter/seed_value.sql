{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- A seed's text cast to the type of its column. A text that the type cannot hold stops the seed; try_cast alone would give null. -#}
{% macro seed_value(text, type, column) -%}
    {%- if type == 'string' -%}
        {{ text }}
    {%- else -%}
    case
        when {{ text }} is not null
            then coalesce(
                try_cast({{ text }} as {{ type }}),
                cast(raise_error(concat({{ string_literal('the column ' ~ column ~ ' is ' ~ type ~ ', and cannot hold ') }}, {{ text }})) as {{ type }})
            )
    end
    {%- endif -%}
{%- endmacro %}
