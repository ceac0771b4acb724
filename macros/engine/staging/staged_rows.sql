{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Everything that staging does to a raw table, as one query: every raw row once, typed, and marked where something is wrong
  with it; a column that is not there is empty. A dimension also knows which version of a key is kept. A fact leaves that to staged_versions and carries instead its
  day, a hash of its key, a hash of the row and the day on which its file arrived.
  The steps are apart, because Spark would compute a merged one many times.
-#}
{% macro staged_rows(area, ods_table) -%}
    {%- set table = area_table(area, ods_table) -%}
    {%- set columns = ods_columns(table) -%}
    {%- do refuse_private_view(columns) -%}
    {#- a unit test gives rows, not files -#}
    {%- set arrival_day = arrived_files().day if model.resource_type == 'model' and not ods_is_missing(table) else no_date() -%}
    with

    source as (

        select
            {%- if table.is_fact %}
            {{ arrival_day }} as arrival_day,
            {%- endif %}
            *{% for column in ods_absent_columns(table, columns) %},
            cast(null as string) as {{ column.source }}
            {%- endfor %}

        from {{ ods(area, ods_table, columns) }}
        {% if table.is_fact %}
        where {{ changed_days(arrival_day) }}
        {% endif %}
    ),

    texts as (

        select
            {%- if table.is_fact %}
            arrival_day,
            {%- endif %}
            {{ ods_texts(columns) }}

        from source

    ),

    typed as (

        select
            {{ ods_values(columns) }}

        from texts

    ),

    checked as (

        select
            *,
            {{ ods_first_defect(columns) }} as defect

        from typed

    ),
    {%- if not table.is_fact %}

    ranked as (

        select
            *,
            {{ dimension_version_rank(columns, table.time, table.version_by) }} as version_rank

        from checked

    ),
    {%- endif %}

    marked as (

        select
            {{ fact_marked(columns, table) if table.is_fact else dimension_marked(columns, table) }}

        from {{ 'checked' if table.is_fact else 'ranked' }}

    )

    select * from marked
{%- endmacro %}
