{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The condition behind changed_rows: which keys, and in which partitions of the staging table (days of arrival) their rows lie,
  so that no other file is opened.
-#}
{% macro rows_of_changed_days(staged, settings, days) -%}
    {%- set together, in_days = settings.together, settings.day ~ ' in (' ~ days ~ ')' -%}
    {%- set keys -%}
        select /*+ broadcast(changed) */ key_hash from (
            select key_hash from {{ staged }} where {{ in_days }}
            {%- if together %}
            union all
            select key_hash from {{ staged }} where ({{ together | join(', ') }}) in (
                select {{ together | join(', ') }} from {{ staged }} where {{ in_days }}
            )
            {%- endif %}
        ) as changed
    {%- endset -%}
    {%- set arrived = run_query(
        'select distinct cast(dt as string) as dt from ' ~ staged ~ ' where key_hash in (' ~ keys ~ ') order by dt'
    ).columns['dt'].values() -%}
    {{ return('dt in (' ~ date_literals(arrived) ~ ') and key_hash in (' ~ keys ~ ')' if arrived else 'false') }}
{%- endmacro %}
