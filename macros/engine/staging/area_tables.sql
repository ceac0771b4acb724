{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The raw tables of an area, as its own list has them (macro areas), each with
    ods      its name; staging and DWD call it stg_… and dwd_… instead of ods_…
    area     the area, where tables of several are put together
    columns  name in ODS → type and what else staging must know (see ods_columns): the one home of columns and types
    key      columns of its primary key, in staging, one of a fact; none = the whole row is the key, and copies are numbered
    time     the time that tells versions of a key apart: the latest is kept
    version_by   of a dimension, the time from which a version holds: every version is kept, one per moment
    is_fact  whether its rows belong to the day of that time; else it is a dimension. A fact with a parent may have no time: its
             DWD model takes the day from another table, and its rejected rows belong to no day
    parent   of a fact, {table, column, reason, else}: a row whose column names no row of the table is rejected for that reason; `else`
             is the reason where the row is there and the fact still left its own out
    is_optional  whether the company's tables may lack it: it is read as a table without rows then
    dwd      its DWD model, where that is not named like the table
-#}
{% macro area_tables(area) -%}
    {%- set listed = areas() -%}
    {%- if area not in listed -%}
        {{ exceptions.raise_compiler_error("there is no area '" ~ area ~ "'; the macro areas knows " ~ listed | join(', ')) }}
    {%- endif -%}
    {%- set tables = [] -%}
    {%- for table in listed[area] -%}
        {%- do tables.append(dict(
            {
                'area': area, 'key': [], 'time': none, 'version_by': none, 'is_fact': false, 'parent': none, 'is_optional': false,
                'staging': table.ods | replace('ods_', 'stg_', 1), 'dwd': table.ods | replace('ods_', 'dwd_', 1)
            }, **table
        )) -%}
    {%- endfor -%}
    {{ return(tables) }}
{%- endmacro %}
