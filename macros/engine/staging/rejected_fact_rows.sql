{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The rejected raw rows of a fact, on their days. What is not kept is rejected for its parent; where the parent may be there all the same
  (`else`), it is looked for. A fact without a time is kept on days that its raw rows do not know, so that all of them are looked at.
  Of somebody who asked to be erased only the reason and the fact's key stay.
-#}
{% macro rejected_fact_rows(area, table) -%}
    {%- set key = table.key | first -%}
    {%- set parent = table.parent -%}
    {%- set other = parent.else if parent -%}
    {%- set value -%}
        case
            when versions.reject_reason is not null then versions.reject_value
            {{ 'when versions.version_rank > 1 then versions.raw.' ~ key if parent }}
            else {{ 'versions.' ~ parent.column if parent else 'versions.raw.' ~ key }}
        end
    {%- endset -%}
    select
        '{{ table.ods }}' as source_table,
        versions.{{ key }} as source_key,
        case
            when versions.reject_reason is not null then versions.reject_reason
            {{ "when versions.version_rank > 1 then 'duplicate_key'" if parent }}
            {%- if other %}
            when parent.{{ parent.column }} is not null then '{{ other }}'
            {%- endif %}
            else '{{ parent.reason if parent else 'duplicate_key' }}'
        end as reject_reason,
        case
            when versions.reject_reason is not null then versions.reject_column
            {{ "when versions.version_rank > 1 then '" ~ key ~ "'" if parent }}
            else '{{ parent.column if parent else key }}'
        end as reject_column,
        {{ unless_erased(table, value) }} as reject_value,
        {{ unless_erased(table, "to_json(versions.raw, map('ignoreNullFields', 'false'))") }} as raw_record,
        {{ is_erased_row(table) }} as is_erased,
        versions.raw_day as dt

    from (
        {{ staged_versions(area, table.ods) }}
    ) as versions
    {{ erasure_joins('versions', table) }}
    {%- if parent %}

    left join (
        select {{ key }}
        from {{ ref(table.dwd) }}
        {{ 'where ' ~ changed_days('dt') if table.time }}
    ) as kept
        on versions.{{ key }} = kept.{{ key }}
    {% endif %}
    {%- if other %}
    left join (
        select distinct {{ parent.column }}
        from {{ ref(parent.table) }}
    ) as parent
        on versions.{{ parent.column }} = parent.{{ parent.column }}
    {% endif %}
    where
        (versions.reject_reason is not null or versions.version_rank > 1{{ ' or kept.' ~ key ~ ' is null' if parent }})
        and {{ changed_days('versions.raw_day') }}
{%- endmacro %}
