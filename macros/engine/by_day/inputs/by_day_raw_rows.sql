{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Of each staged row its day, its hash, the hash of all versions of its key, and the columns that lookups are joined by. Rows that
  decide together count up to the row's own day: later ones cannot change what was decided. A row without the
  columns of `together` stands alone, so that a million rows without them are not one group.
-#}
{% macro by_day_raw_rows(staged, settings) -%}
    {%- set day = settings.day -%}
    {%- set joined = [] -%}
    {%- for lookup in settings.lookups.values() if not lookup.of -%}
        {%- for column in lookup.by if column not in joined -%}
            {%- do joined.append(column) -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- if settings.together -%}
        {%- set group = 'case when ' ~ settings.together | join(' is not null and ') ~ ' is not null then xxhash64('
            ~ settings.together | join(', ') ~ ') else staged.row_hash end' -%}
        {%- set so_far = 'over (partition by ' ~ group ~ ' order by ' ~ day
            ~ ' range between unbounded preceding and current row)' -%}
    {%- endif %}
            select
                {{ day }} as dt,
                staged.row_hash,
                repeated.versions,
                {%- if settings.together %}
                case
                    when count(*) {{ so_far }} > 1
                        then {{ set_hash('coalesce(repeated.versions, staged.row_hash)', so_far) }}
                end as together,
                {%- endif %}
                {%- for column in joined %}
                staged.{{ column }},
                {%- endfor %}
                staged.key_hash
            from {{ ref(staged) }} as staged
            left join {{ repeated_keys_helper(ref(staged)) }} as repeated
                on staged.key_hash = repeated.key_hash
{%- endmacro %}
