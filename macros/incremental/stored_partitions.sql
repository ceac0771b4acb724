{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What an earlier run stored: the fingerprint of each partition of a table of this layer. Read without ref(), because the
  table is built after its plan; a table that is missing, or from before it had fingerprints, stores nothing.
-#}
{% macro stored_partitions(table) -%}
    {%- set stored = adapter.get_relation(this.database, this.schema, table) if execute -%}
    {%- set is_usable = stored
        and 'partition_fingerprint' in adapter.get_columns_in_relation(stored) | map(attribute='name') -%}
        select
            '{{ table }}' as table_name,
            dt,
            {%- if is_usable %}
            -- two fingerprints in one partition: a mixture of two runs
            case when count(*) = 1 then max(partition_fingerprint) end as stored_fingerprint

        -- Spark counts by hashes, but takes the largest of texts by sorting: of a line per partition, not of the rows
        from (select distinct dt, partition_fingerprint from {{ stored }}) as fingerprints

        group by dt
            {%- else %}
            partition_fingerprint as stored_fingerprint

        from days

        where false
            {%- endif %}
{%- endmacro %}
