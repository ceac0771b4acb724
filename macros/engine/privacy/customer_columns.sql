{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The names of all columns that name a customer, in any raw table and behind it. -#}
{% macro customer_columns() -%}
    {%- set named = [] -%}
    {%- for area in areas() -%}
        {%- for table in area_tables(area) -%}
            {%- for column in named_customers(table) if column not in named -%}
                {%- do named.append(column) -%}
            {%- endfor -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ return(named) }}
{%- endmacro %}
