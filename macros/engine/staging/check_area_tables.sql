{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Checks the lists of raw tables (see area_tables and ods_columns), as a word that nobody knows would be left out in silence: a column
  that is `privat` would not be hashed.
-#}
{% macro check_area_tables() -%}
    {%- set fields = ['ods', 'columns', 'key', 'time', 'is_fact', 'parent'] -%}
    {%- set words = ['required', 'nullable', 'signed', 'verbatim', 'private', 'id'] -%}
    {%- set faults = [] -%}
    {%- for area, tables in areas().items() -%}
        {%- for table in tables -%}
            {%- set where = 'the list of ' ~ area ~ ' says of ' ~ table.ods ~ ': ' -%}
            {%- for field in table if field not in fields -%}
                {%- do faults.append(where ~ "'" ~ field ~ "'; a table has " ~ fields | join(', ')) -%}
            {%- endfor -%}
            {%- if table.is_fact and table.key | default([]) | length != 1 -%}
                {%- do faults.append(where ~ 'is_fact, with ' ~ table.key | default([]) | length ~ ' columns as its key; a fact has one') -%}
            {%- endif -%}
            {%- if table.is_fact and not table.time -%}
                {%- do faults.append(where ~ 'is_fact, without a time; its rows belong to the day of one') -%}
            {%- endif -%}
            {%- if table.parent and not table.is_fact -%}
                {%- do faults.append(where ~ 'parent, which only a fact can have') -%}
            {%- endif -%}
            {%- for column, said in table.columns.items() -%}
                {%- set said = said.split(' ')[1:] -%}
                {%- for word in said if not (word in words or word[:5] in ['also:', 'unit:'] or word[:3] == 'as:' and word == said[-1]) -%}
                    {%- do faults.append(where ~ column ~ " is '" ~ word ~ "'; a column's words are "
                        ~ words | join(', ') ~ ", also:names, unit:names, and at the end as:name") -%}
                {%- endfor -%}
            {%- endfor -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- if faults -%}
        {{ exceptions.raise_compiler_error(faults | join('\n')) }}
    {%- endif -%}
{%- endmacro %}
