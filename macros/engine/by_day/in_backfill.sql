{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a date (a literal) lies in the range that backfill_from and backfill_to ask for; either end may be open. -#}
{% macro in_backfill(date) -%}
    {%- set first = date_literal(var('backfill_from') or '1970-01-01', 'backfill_from') -%}
    {%- set last = date_literal(var('backfill_to') or '2100-12-31', 'backfill_to') -%}
    {%- if first > last -%}
        {{ exceptions.raise_compiler_error('backfill_from is ' ~ first ~ ', after backfill_to, ' ~ last ~ '; swap them') }}
    {%- endif -%}
    {{ return((var('backfill_from') or var('backfill_to')) and first <= date <= last) }}
{%- endmacro %}
