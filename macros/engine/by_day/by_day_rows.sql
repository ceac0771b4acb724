{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The rows of a query with the fingerprint that their day's partition carries. -#}
{% macro by_day_rows(query, fingerprints) %}
select
    computed.*,
    planned.partition_fingerprint

from (

{{ query }}

) as computed

left join (
    {%- if fingerprints %}
    select * from values
        {%- for day, fingerprint in fingerprints.items() %}
        (date '{{ day }}', '{{ fingerprint }}'){{ ',' if not loop.last }}
        {%- endfor %}
        as fingerprint (dt, partition_fingerprint)
    {%- else %}
    select
        cast(null as date) as dt,
        cast(null as string) as partition_fingerprint
    {%- endif %}
) as planned
    on computed.dt = planned.dt
{%- endmacro %}
