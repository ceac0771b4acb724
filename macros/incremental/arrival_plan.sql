{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The plan of an index of raw rows: which days of arrival have other files than when they were read. -#}
{% macro arrival_plan(fact, rules, parts) -%}
    with

    days as (

        select
            arrival_day as dt,
            count(*) as input_rows,
            {{ partition_fingerprint(rules, parts) }} as partition_fingerprint

        from {{ ref('stg_' ~ fact) }}

        group by arrival_day

    )

    {{ partition_plan(['dwd_' ~ fact ~ '_arrival'], parts, dated=false) }}
{%- endmacro %}
