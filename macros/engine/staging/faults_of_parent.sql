{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What the `parent` of a raw table in an area's list says that cannot be (see area_tables), as sentences. -#}
{% macro faults_of_parent(table, tables) -%}
    {%- set parent, faults = table.parent, [] -%}
    {%- if not parent -%}
        {{ return(faults) }}
    {%- endif -%}
    {%- set fields = ['table', 'column', 'reason', 'else'] -%}
    {%- if not table.is_fact -%}
        {%- do faults.append('parent, which only a fact can have') -%}
    {%- endif -%}
    {%- for field in parent if field not in fields -%}
        {%- do faults.append("parent has '" ~ field ~ "'; it has " ~ fields | join(', ')) -%}
    {%- endfor -%}
    {%- for field in fields[:3] if not parent.get(field) -%}
        {%- do faults.append('parent has no ' ~ field ~ '; it has ' ~ fields | join(', ')) -%}
    {%- endfor -%}
    {%- if parent.reason and parent.else == parent.reason -%}
        {%- do faults.append('parent has ' ~ parent.reason ~ ' as its reason and as else; two cases need two reasons') -%}
    {%- endif -%}
    {%- set columns = ods_columns(dict(table, key=table.key | default([]))) -%}
    {%- set named = columns | selectattr('name', 'equalto', parent.column) | list -%}
    {%- if parent.column and not named -%}
        {%- do faults.append("parent has the column '" ~ parent.column ~ "', which is none of its columns") -%}
    {%- elif named and named[0].optional -%}
        {%- do faults.append('parent has the column ' ~ parent.column ~ ', which is optional; every row must have it') -%}
    {%- endif -%}
    {%- for other in tables if (other.dwd or other.ods | replace('ods_', 'dwd_', 1)) == parent.table -%}
        {%- if other.is_optional and not table.is_optional -%}
            {%- do faults.append('parent is ' ~ parent.table ~ ', whose raw table ' ~ other.ods
                ~ ' is optional; without it every row would be rejected: make both optional, or none') -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(faults) }}
{%- endmacro %}
