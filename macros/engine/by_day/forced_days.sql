{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Days that are rewritten whatever their fingerprints say, as (reason, first date, last date), in literals, which sort like dates: the
  partition without a day, whose rows come also from tables that no fingerprint covers; a backfill, which may be open at one end; the
  last `reload_days`. Where partitions are months, a range begins with the month that it begins in.
-#}
{% macro forced_days(undated, grain='day') -%}
    {%- set forced = [] -%}
    {%- do forced.append(('reload', no_date(), no_date())) if undated -%}
    {%- set from, to = var('backfill_from'), var('backfill_to') -%}
    {%- if from or to -%}
        {%- set first = date_literal(from, 'backfill_from') if from else "date '0001-01-01'" -%}
        {%- set last = date_literal(to, 'backfill_to') if to else "date '9999-12-31'" -%}
        {%- if first > last -%}
            {{ refuse_setting('backfill_from is ' ~ from ~ ', after backfill_to, ' ~ to ~ '; swap them') }}
        {%- endif -%}
        {%- do forced.append(('backfill', first, last)) -%}
    {%- endif -%}
    {%- set as_of = as_of_date() -%}
    {%- set days = modules.datetime.timedelta(days=reload_days() - 1) -%}
    {%- do forced.append(('reload', "date '" ~ (modules.datetime.date.fromisoformat(as_of[6:-1]) - days) ~ "'", as_of)) -%}
    {%- if grain == 'day' -%}
        {{ return(forced) }}
    {%- endif -%}
    {%- set months = [] -%}
    {%- for reason, first, last in forced -%}
        {%- do months.append((reason, first if first == no_date() else first[:-3] ~ "01'", last)) -%}
    {%- endfor -%}
    {{ return(months) }}
{%- endmacro %}
