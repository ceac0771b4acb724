{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The partitions of a table kept by day, each by its fingerprint. -#}
{% macro by_day_same_days(name, table, parts) %}
        select
            dt,
            0 as input_rows,
            {{- by_day_hashes(parts, {name: 'xxhash64(partition_fingerprint)'}) }}
        from (select distinct dt, partition_fingerprint from {{ ref(table) }})
{%- endmacro %}
