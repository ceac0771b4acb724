{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The condition behind changed_lookup: the partitions of the lookup that hold rows which the changed days refer to. -#}
{% macro days_of_lookup(lookup, settings, days) -%}
    {%- set keys = lookup.by | join(', ') -%}
    {%- set referred = [] -%}
    {%- for staged in settings.rows -%}
        {%- do referred.append('select ' ~ keys ~ ' from ' ~ ref(staged) ~ ' where ' ~ settings.day ~ ' in (' ~ days ~ ')') -%}
    {%- endfor -%}
    {%- set found = run_query(
        'select distinct cast(dt as string) as dt from ' ~ ref(lookup.table)
        ~ ' where (' ~ lookup.by.values() | join(', ') ~ ') in (' ~ referred | join(' union all ') ~ ') order by dt'
    ).columns['dt'].values() -%}
    {{ return('dt in (' ~ date_literals(found) ~ ')' if found else 'false') }}
{%- endmacro %}
