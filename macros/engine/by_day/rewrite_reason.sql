{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Why a day is rewritten, null where it stays; reads `days`, `stored` and `empty_days` of by_day_plan_query. The first of: removed
  (no inputs any more), missing (nothing stored, and not known to be empty), mixed (rows of two runs), the first part of the fingerprint
  that differs, backfill, reload.
-#}
{% macro rewrite_reason(parts, undated) -%}
    {%- set backfill_from = date_literal(var('backfill_from') or '1970-01-01', 'backfill_from') -%}
    {%- set backfill_to = date_literal(var('backfill_to') or '2100-12-31', 'backfill_to') -%}
    {%- if backfill_from > backfill_to -%}
        {{ exceptions.raise_compiler_error(
            "backfill_from is " ~ backfill_from ~ ", after backfill_to, " ~ backfill_to ~ "; swap them"
        ) }}
    {%- endif -%}
    case
            when days.dt is null then 'removed'
            when stored.dt is null and empty_days.dt is null then 'missing'
            when stored.dt is not null and stored.stored_fingerprint is null then 'mixed'
            {%- for part in ['rules'] + parts %}
            when
                split_part(days.partition_fingerprint, '-', {{ loop.index }})
                != split_part(stored.stored_fingerprint, '-', {{ loop.index }})
                then '{{ part }}'
            {%- endfor %}
            when days.dt = {{ no_date() }} and {{ undated }} then 'reload'
            {%- if var('backfill_from') or var('backfill_to') %}
            when days.dt between {{ backfill_from }} and {{ backfill_to }} then 'backfill'
            {%- endif %}
            when
                days.dt > date_sub({{ as_of_date() }}, {{ reload_days() }})
                and days.dt <= {{ as_of_date() }}
                then 'reload'
        end
{%- endmacro %}
