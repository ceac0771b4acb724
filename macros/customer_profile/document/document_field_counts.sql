{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  How many rows of one of the document's tables each of its conditions applies to, and in how many of those each of its fields has a value:
  `applicable_<condition>` and `filled_<condition>_<column>`. Every pair is counted; the reference table says which one a field goes by.
-#}
{% macro document_field_counts(table) -%}
    {%- set counts = [] -%}
    {%- for word, condition in table.conditions.items() -%}
        {%- do counts.append('count_if(' ~ condition ~ ') as applicable_' ~ word) -%}
        {%- for column in table.columns -%}
            {%- do counts.append('count_if(' ~ condition ~ ' and ' ~ column ~ ' is not null) as filled_' ~ word ~ '_' ~ column) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ counts | join(',\n        ') }}
{%- endmacro %}
