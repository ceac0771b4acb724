{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The files of a raw table by the day on which they were written; a table without files has one day, and hashes of its rows, and an optional
  one that is missing has no day. -#}
{% macro by_day_files(parts) -%}
    {%- set source = by_day_source() -%}
    {%- set has_files = is_read_as_files(source) %}
        select
            {{ arrived_files().day if has_files else no_date() }} as dt,
            1 as input_rows,
            {{- by_day_hashes(parts, {
                'files': arrived_files().file if has_files else 'xxhash64(to_json(struct(*), map(\'ignoreNullFields\', \'false\')))',
                'salt': 'xxhash64(' ~ hashed_value("''") ~ ')',
            }) }}
        from {{ source if load_relation(source) else '(select 1 where false)' }}
{%- endmacro %}
