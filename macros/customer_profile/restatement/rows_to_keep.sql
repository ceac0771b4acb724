{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What keep_rows_before keeps of a dated table, as SQL: all customers of the dates that are built anew, and of every date those who asked
  to be erased and still have a row, as a count to be: without a key. Dates that are kept already (`kept`: a run was killed) are left as
  they are, since what was stored first is what the ledger must compare.
-#}
{% macro rows_to_keep(stored, erasures, dates, kept=none) -%}
    {%- set kept_columns = dated_tables()[stored.identifier] -%}
    {%- set has_customers = 'customer_id' in adapter.get_columns_in_relation(stored) | map(attribute='name') -%}
    {%- set rows -%}
        select stored.* from {{ stored }} as stored
        {%- if has_customers %}
        left anti join {{ erasures }} as erased on stored.customer_id = erased.customer_id
        {%- endif %}
        {%- if kept %}
        left anti join {{ kept }} as kept on stored.as_of_date = kept.as_of_date and not kept.is_erased
        {%- endif %}
        where {{ dates }}
    {%- endset %}
    select
        *,
        false as is_erased,
        {{ etl_load_time() }} as kept_at
    from ({{ rows_by_customer(stored, rows, kept_columns) }})
    {%- if has_customers %}

    union all

    select
        stored.as_of_date,
        cast(null as bigint) as customer_key,
        cast(null as bigint) as rows_hash,
        {%- for column in kept_columns %}
        null as {{ column }},
        {%- endfor %}
        true as is_erased,
        {{ etl_load_time() }} as kept_at
    from {{ stored }} as stored
    left semi join {{ erasures }} as erased on stored.customer_id = erased.customer_id
    {%- if kept %}
    left anti join {{ kept }} as kept on stored.as_of_date = kept.as_of_date and kept.is_erased
    {%- endif %}
    group by stored.as_of_date, stored.customer_id
    {%- endif %}
{%- endmacro %}
