{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Which partitions of `tables` a run rewrites, and why: what the CTE `days` (dt, input_rows, partition_fingerprint) says of
  the inputs now, against the fingerprints that the tables' partitions carry. `parts` are the fingerprint's, by name.
  A `dated` table holds no rows without a day.
-#}
{% macro partition_plan(tables, parts, dated=true) -%}
    {%- do refuse_old_parents(['_arrival', '_repeated_key']) -%}
    select
        coalesce(days.table_name, stored.table_name) as table_name,
        coalesce(days.dt, stored.dt) as dt,
        days.input_rows,
        days.partition_fingerprint,
        stored.stored_fingerprint,
        {{ rewrite_reason(parts, dated) }} as rewrite_reason

    from (
        select * from days
        cross join values {% for table in tables %}('{{ table }}'){{ ', ' if not loop.last }}{% endfor %} as tables (table_name)
    ) as days

    full outer join (
        {%- for table in tables %}
        {{ stored_partitions(table) }}
        {{ 'union all' if not loop.last }}
        {%- endfor %}
    ) as stored
        on
            days.table_name = stored.table_name
            and days.dt = stored.dt
{%- endmacro %}
