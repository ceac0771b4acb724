{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The staged rows that the rewritten days need: theirs, and every other version of the same keys, which may win. `through`
  adds the rows that share this column (the other uses of a send). The choice is a predicate on the key, which Spark moves
  below the window and the patterns of staging, so that a night does not parse all of ODS; a semi join would stay above.
  A rewrite of most days reads everything.
-#}
{% macro rows_of_days(staged, key, rewritten, through=none) -%}
    select * from {{ staged }}
    {%- if rewritten is not none and rewritten.input_rows <= var('incremental_lookup_rows') %}
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
    {%- endif -%}
{%- endmacro %}
