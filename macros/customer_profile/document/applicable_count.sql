{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The count of document_field_counts that a row of customer_profile_field goes by: of the rows that apply. -#}
{% macro applicable_count(tables) -%}
    case concat_ws('.', document_table, applies_to)
    {%- for table in tables %}
    {%- for word in table.conditions %}
            when '{{ table.name }}.{{ word }}' then {{ table.name }}.applicable_{{ word }}
    {%- endfor %}
    {%- endfor %}
        end
{%- endmacro %}
