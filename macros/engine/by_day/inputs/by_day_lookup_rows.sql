{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The rows of a lookup as the columns that it is joined by and one hash of the values that are taken from it. -#}
{% macro by_day_lookup_rows(name, lookup, lookups) -%}
    {%- set keys = lookup.by.values() | list -%}
    {%- for other in lookups.values() if other.of == name -%}
        {%- for column in other.by if column not in keys -%}
            {%- do keys.append(column) -%}
        {%- endfor -%}
    {%- endfor -%}
            select {{ keys | join(', ') }},
                {{ set_hash(row_hash(lookup.columns)) if lookup.many else row_hash(lookup.columns) }} as values_hash
            from {{ ref(lookup.table) }}
            {%- if lookup.many %}
            group by {{ keys | join(', ') }}
            {%- endif %}
{%- endmacro %}
