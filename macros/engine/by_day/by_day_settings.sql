{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What a model says of itself under `meta: by_day:` in its YAML, with every key present. These inputs decide its rows:
    files        the ODS table whose files it parses; its days are the days on which the files were written
    rows         staging models kept by day; their rows belong to the day of their own time
    time         of `rows`, the time whose day they belong to, where it is not their own (raw_day)
    together     columns of `rows`: rows with the same values decide together, each day with all days before it
    lookups      name → {table, by, columns, of, many}: the rows of another table that are joined to `rows`; `by` are columns of
                 `rows` and of the table, or, with `of`, of another lookup (a list, or column → what the table calls it);
                 `many` where several rows may match
    days_of      name → table kept by day: the partition of the same day
    rejects_of   an area: its raw tables, as rejected_rows reads them (rows and days_of follow from the area's list, and `parents`, which
                 is not to be given: which of the rows refer to something that is there, or to somebody who was erased)
  and two switches: undated (there is a partition of rows without a day, also for rows of tables without
  days, which are small: it is written in every run), until_as_of_date (no rows of later days).
-#}
{% macro by_day_settings() -%}
    {%- set defaults = {
        'files': none, 'rows': [], 'time': none, 'together': [], 'lookups': {}, 'days_of': {},
        'rejects_of': none, 'undated': false, 'until_as_of_date': false,
    } -%}
    {%- set given = model.config.meta.get('by_day') or {} -%}
    {%- for key in given if key not in defaults -%}
        {{ exceptions.raise_compiler_error(
            "meta.by_day of " ~ model.name ~ " has the key '" ~ key ~ "'; it knows " ~ defaults | join(', ')
        ) }}
    {%- endfor -%}
    {%- if given.rejects_of -%}
        {{ return(dict(defaults, day='raw_day', **by_day_rejects(given.rejects_of))) }}
    {%- endif -%}
    {%- if not (given.files or given.rows or given.days_of) -%}
        {{ exceptions.raise_compiler_error(
            "meta.by_day of " ~ model.name ~ " names no input; give files, rows, days_of or rejects_of"
        ) }}
    {%- endif -%}
    {%- set day = partition_day(given.time, model.fqn[2]) if given.time else 'raw_day' -%}
    {%- set lookups = {} -%}
    {%- for name, lookup in (given.lookups or {}).items() -%}
        {%- do lookups.update({name: dict(lookup, by=lookup.by if lookup.by is mapping else dict(zip(lookup.by, lookup.by)))}) -%}
    {%- endfor -%}
    {{ return(dict(defaults, parents={}, day=day | trim, **dict(given, lookups=lookups))) }}
{%- endmacro %}
