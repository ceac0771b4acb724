{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Everything that staging does to an ODS table, as one query: every raw row once, typed, and marked where something is
  wrong with it. `version_by` names the time that tells versions of a key apart; `fingerprint` adds a hash of the raw row,
  for incremental areas. `day_of` makes it a fact: the day of that time and a hash of the key are added, and versions of a key
  are left to rows_of_days, which need not compare every row with every other. `columns` is a list of
    name      in staging
    type      string, int, decimal(p,s) or timestamp
    source    name in ODS, where it is another
    key       part of the primary key; no key at all: the whole row is the key, and copies are numbered
    required  must have a value
    nullable  a part of the key that may be empty
    signed    may be negative
    verbatim  keeps its outer blanks
  The steps are apart, because Spark would compute a merged one many times.
-#}
{% macro ods_staged(area, table, columns, version_by=none, fingerprint=false, day_of=none) -%}
    with

    source as (

        select * from {{ ods(area, table, columns) }}

    ),

    texts as (

        select
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
