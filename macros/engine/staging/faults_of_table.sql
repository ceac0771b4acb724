{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What the fields of a raw table in an area's list say that cannot be (see area_tables), as sentences. -#}
{% macro faults_of_table(table) -%}
    {%- set fields = ['ods', 'columns', 'key', 'time', 'version_by', 'is_fact', 'parent', 'is_optional', 'dwd'] -%}
    {%- set key = table.key | default([]) -%}
    {%- set faults = [] -%}
    {%- for field in table if field not in fields -%}
        {%- do faults.append("'" ~ field ~ "'; a table has " ~ fields | join(', ')) -%}
    {%- endfor -%}
    {%- if table.is_fact and key | length != 1 -%}
        {%- do faults.append('is_fact, with ' ~ key | length ~ ' columns as its key; a fact has one') -%}
    {%- endif -%}
    {%- if table.is_fact and not table.time and not table.parent -%}
        {%- do faults.append('is_fact, without a time; its rows belong to the day of one, or of a parent') -%}
    {%- endif -%}
    {%- if table.version_by and (table.is_fact or not key) -%}
        {%- do faults.append('version_by, which only a dimension with a key can have') -%}
    {%- endif -%}
    {%- set columns = ods_columns(dict(table, key=key)) -%}
    {%- for field in ['time', 'version_by'] if table[field] -%}
        {%- set times = columns | selectattr('name', 'equalto', table[field]) | selectattr('type', 'equalto', 'timestamp') | list -%}
        {%- if not times -%}
            {%- do faults.append(field ~ " is '" ~ table[field] ~ "'; name a timestamp among its columns") -%}
        {%- elif times[0].optional -%}
            {%- do faults.append(field ~ ' is ' ~ table[field] ~ ', which is optional; every row must have it') -%}
        {%- elif field == 'version_by' and not times[0].required -%}
            {%- do faults.append('version_by is ' ~ table[field] ~ ', which is not required; every version must have it') -%}
        {%- endif -%}
    {%- endfor -%}
    {%- for column in key if column not in columns | map(attribute='name') -%}
        {%- do faults.append("key names '" ~ column ~ "', which is none of its columns") -%}
    {%- endfor -%}
    {{ return(faults) }}
{%- endmacro %}
