{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The staged rows that feed a table, each on its own day: its hash, all versions of its key where there are several, the
  rows that decide together with it, and the rows of other tables that are joined to it.
-#}
{% macro by_day_staged_rows(staged, settings, parts) -%}
    {%- set known = {'rows': 'raw.row_hash', 'same_key': 'raw.versions', 'together': 'raw.together'} -%}
    {%- for name in settings.lookups -%}
        {%- do known.update({name: 'xxhash64(raw.row_hash, lookup_' ~ name ~ '.values_hash)'}) -%}
    {%- endfor %}
        select
            raw.dt,
            1 as input_rows,
            {{- by_day_hashes(parts, known) }}
        from ({{ by_day_raw_rows(staged, settings) }}) as raw
        {%- for name, lookup in settings.lookups.items() %}
        left join ({{ by_day_lookup_rows(name, lookup, settings.lookups) }}) as lookup_{{ name }}
            on
            {%- for column, theirs in lookup.by.items() %}
                {{ 'lookup_' ~ lookup.of if lookup.of else 'raw' }}.{{ column }} = lookup_{{ name }}.{{ theirs }}{{ ' and' if not loop.last }}
            {%- endfor %}
        {%- endfor %}
{%- endmacro %}
