{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The rows of a staged fact that a model kept by day needs, each with its rank among the versions of its key: 1 = the version that
  is kept, the latest where the table has a time, then the largest raw row, which is arbitrary but the same on every run. Defective rows are ranked apart, so that they
  cannot push out a sound one. Only keys that come more than once are compared: to rank all rows would send them
  through a shuffle and a sort, to find that almost every key comes once.
-#}
{% macro staged_versions(area, ods_table) -%}
    {%- set table = area_table(area, ods_table) -%}
    {%- set staged = ref(table.staging) -%}
    select
        staged.*,
        1 as version_rank

    from {{ staged }} as staged

    left anti join ({{ repeated_keys(staged) }}) as repeated
        on staged.key_hash = repeated.key_hash

    where {{ changed_rows(table.staging) }}

    union all

    select
        staged.*,
        row_number() over (
            partition by key_hash, {{ table.key | first }}, case when reject_reason is not null then row_hash end
            order by {{ table.time ~ ' desc nulls last, ' if table.time }}to_json(raw, map('ignoreNullFields', 'false')) desc
        ) as version_rank

    from {{ staged }} as staged

    left semi join ({{ repeated_keys(staged) }}) as repeated
        on staged.key_hash = repeated.key_hash

    where {{ changed_rows(table.staging) }}
{%- endmacro %}
