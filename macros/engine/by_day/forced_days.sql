{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Days that are rewritten whatever their fingerprints say, as (reason, first day, last day): the partition without a day, whose rows come
  also from tables that no fingerprint covers; a backfill, which may be open at one end; the last `reload_days`.
-#}
{% macro forced_days(undated) -%}
    {%- set forced = [] -%}
    {%- do forced.append(('reload', no_date()[6:-1], no_date()[6:-1])) if undated -%}
    {%- set first, last = var('backfill_from'), var('backfill_to') -%}
    {%- if first or last -%}
        {%- set from = date_literal(first, 'backfill_from')[6:-1] if first else '0001-01-01' -%}
        {%- set to = date_literal(last, 'backfill_to')[6:-1] if last else '9999-12-31' -%}
        {%- if from > to -%}
            {{ exceptions.raise_compiler_error('backfill_from is ' ~ from ~ ', after backfill_to, ' ~ to ~ '; swap them') }}
        {%- endif -%}
        {%- do forced.append(('backfill', from, to)) -%}
    {%- endif -%}
    {%- set as_of = as_of_date()[6:-1] -%}
    {%- set days = modules.datetime.timedelta(days=reload_days() - 1) -%}
    {%- do forced.append(('reload', (modules.datetime.date.fromisoformat(as_of) - days) | string, as_of)) -%}
    {{ return(forced) }}
{%- endmacro %}
