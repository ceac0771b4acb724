{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The fingerprint of each stored day; null where a partition holds rows of two runs. No rows where nothing is stored. -#}
{% macro stored_fingerprints(stored) -%}
    {%- if stored -%}
        -- grouped twice: Spark counts by hashes, but takes the largest of texts by sorting, so let it sort a line per day
        select
            dt,
            case when count(*) = 1 then max(partition_fingerprint) end as stored_fingerprint

        from (select distinct dt, partition_fingerprint from {{ stored }})

        group by dt
    {%- else -%}
        select
            dt,
            partition_fingerprint as stored_fingerprint

        from days

        where false
    {%- endif -%}
{%- endmacro %}
