{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The staged rows of a fact that the rewritten days need, with the rank of each among the versions of its key (1 = kept).
  A night reads the rows of its days and every other version of their keys, which may win; `through` adds the rows that
  share this column (the other uses of a send). The choice is a predicate on the key, which Spark moves below the window
  and the patterns of staging, so that a night does not parse all of ODS; a semi join would stay above.
  A rewrite of most days reads everything, and ranks the rows of repeated keys only: a window over all rows would send
  them through the network and sort them, to find that almost every key comes once.
-#}
{% macro rows_of_days(fact, key, version_by, rewritten, through=none) -%}
    {%- set staged = ref('stg_' ~ fact) -%}
    {%- set repeated = ref('dwd_' ~ fact ~ '_repeated_key') -%}
    {%- if rewritten is not none and rewritten.input_rows <= var('incremental_lookup_rows') -%}
    select
        *,
        {{ version_rank(key, version_by) }} as version_rank

    from {{ staged }}

    where coalesce({{ key }}, '') in (
        select /*+ broadcast(related) */ coalesce({{ key }}, '')

        from {{ staged }} as related

        where
        {%- if through %}
            coalesce({{ through }}, '') in (
                select /*+ broadcast(of_days) */ coalesce({{ through }}, '')

                from {{ staged }} as of_days

                where {{ in_days('coalesce(raw_day, ' ~ undated() ~ ')', rewritten) }}
            )
        {%- else %}
            {{ in_days('coalesce(raw_day, ' ~ undated() ~ ')', rewritten) }}
        {%- endif %}
    )
    {%- else -%}
    {%- do refuse_old_plan(['_repeated_key']) -%}
    select
        staged.*,
        1 as version_rank

    from {{ staged }} as staged

    left anti join {{ repeated }} as repeated
        on staged.key_hash = repeated.key_hash

    union all

    select
        *,
        {{ version_rank(key, version_by) }} as version_rank

    from {{ staged }}

    where key_hash in (select key_hash from {{ repeated }})
    {%- endif -%}
{%- endmacro %}
