{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The same of those with a value. -#}
{% macro filled_count(tables) -%}
    case concat_ws('.', document_table, applies_to, document_column)
    {%- for table in tables %}
    {%- for word in table.conditions %}
    {%- for column in table.columns %}
            when '{{ table.name }}.{{ word }}.{{ column }}' then {{ table.name }}.filled_{{ word }}_{{ column }}
    {%- endfor %}
    {%- endfor %}
    {%- endfor %}
        end
{%- endmacro %}
