{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Checks the lists of raw tables (see area_tables and ods_columns), as a word that nobody knows would be left out in silence: a column
  that is `privat` would not be hashed.
-#}
{% macro check_area_tables() -%}
    {%- set faults = [] -%}
    {%- for area, tables in areas().items() -%}
        {%- for table in tables -%}
            {%- for fault in faults_of_table(table) + faults_of_parent(table, tables) + faults_of_columns(table) -%}
                {%- do faults.append('the list of ' ~ area ~ ' says of ' ~ table.ods ~ ': ' ~ fault) -%}
            {%- endfor -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- if faults -%}
        {{ exceptions.raise_compiler_error(faults | join('\n')) }}
    {%- endif -%}
{%- endmacro %}
