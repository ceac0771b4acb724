{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Everything that staging does to an ODS table, as one query: every raw row once, typed, and marked where something is
  wrong with it. `version_by` names the time that tells versions of a key apart; `fingerprint` adds a hash of the raw row,
  for incremental areas. `day_of` makes it a fact: the day of that time, a hash of the key and the file of the row are added, and
  versions of a key are left to rows_of_days, which need not compare every row with every other. `columns` is a list of
    name      in staging
    type      string, int, decimal(p,s) or timestamp
    source    name in ODS, where it is another
    key       part of the primary key; no key at all: the whole row is the key, and copies are numbered
    required  must have a value
    nullable  a part of the key that may be empty
    signed    may be negative
    verbatim  keeps its outer blanks
    private   names a person
  The steps are apart, because Spark would compute a merged one many times.
-#}
{% macro ods_staged(area, table, columns, version_by=none, fingerprint=false, day_of=none) -%}
    with

    source as (

        select
            {%- if day_of %}
            {{ ods_file_columns(ods_relation(area, table)) }},
            {%- endif %}
            *

        from {{ ods(area, table, columns) }}

    ),

    texts as (

        select
            {%- if day_of %}
            raw_file,
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
    {%- if not day_of %}

    ranked as (

        select
            *,
            {{ ods_version_rank(columns, version_by) }} as version_rank

        from checked

    ),
    {%- endif %}

    marked as (

        select
            {{ ods_marked(columns, fingerprint, day_of) }}

        from {{ 'checked' if day_of else 'ranked' }}

    )

    select * from marked
{%- endmacro %}
