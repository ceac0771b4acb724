{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The keys of a fact that come more than once, with one number for all their versions; most tables have few. -#}
{% macro repeated_keys(arrived) -%}
    {%- do refuse_old_parents(['_arrival']) -%}
    select
        key_hash,
        count(*) as version_count,
        {{ order_free_hash('raw_fingerprint') }} as versions

    from {{ arrived }}

    group by key_hash

    having count(*) > 1
{%- endmacro %}
