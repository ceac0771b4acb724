{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a test names the field that a row of customer_profile_field is about. -#}
{% macro is_tested_field(tables) -%}
    {%- set names = ["''"] -%}
    {%- for table in tables -%}
        {%- for column in tested_columns(table.model) if column in table.columns -%}
            {%- do names.append("'" ~ table.name ~ '.' ~ column ~ "'") -%}
        {%- endfor -%}
    {%- endfor -%}
    concat_ws('.', document_table, document_column) in (
            {{ names | join(',\n            ') }}
        )
{%- endmacro %}
