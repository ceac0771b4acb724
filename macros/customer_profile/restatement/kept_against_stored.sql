{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The customers of a dated table before this run built dates anew (kept_rows) against now, as SQL: one row per date and customer, with what
  the table itself says of the cause. No rows where nothing was kept. Only dates that were kept whole are compared with what is stored.
-#}
{% macro kept_against_stored(name) -%}
    {%- set stored = ref(name) -%}
    {%- set kept = kept_rows(stored) if execute -%}
    {%- set is_kept = execute and load_relation(kept) is not none -%}
    {%- set cause = 'cast(null as string)' -%}
    {%- if name == 'dws_customer_profile_date' -%}
        {%- set cause = "case when not before.config_hash <=> after.config_hash then 'changed_rules' end" -%}
    {%- elif name == 'dws_customer_profile_input' -%}
        {%- set cause = input_change('before', 'after') -%}
    {%- endif -%}
    {%- if not is_kept -%}
    select
        '{{ name }}' as source_table,
        cast(null as date) as as_of_date,
        cast(null as bigint) as customer_key,
        false as is_erased,
        false as is_different,
        cast(null as string) as own_cause,
        cast(null as timestamp) as kept_at

    where false
    {%- else -%}
    {%- set rows = 'select * from ' ~ stored ~ ' where as_of_date in (select as_of_date from ' ~ kept ~ ' where not is_erased)' -%}
    select
        '{{ name }}' as source_table,
        coalesce(before.as_of_date, after.as_of_date) as as_of_date,
        coalesce(before.customer_key, after.customer_key) as customer_key,
        coalesce(before.is_erased, false) as is_erased,
        not before.rows_hash <=> after.rows_hash or coalesce(before.is_erased, false) as is_different,
        {{ cause }} as own_cause,
        before.kept_at

    from {{ kept }} as before

    full outer join (
        {{ rows_by_customer(stored, rows, dated_tables()[name]) }}
    ) as after
        on
            before.as_of_date = after.as_of_date
            and before.customer_key = after.customer_key
    {%- endif -%}
{%- endmacro %}
