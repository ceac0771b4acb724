{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Before a dated table is written: keeps what it holds of dates that this run builds anew, and counts the rows of customers who asked to be
  erased, which the hook behind it takes out (forget_erased_customers). The ledger of restatements compares and drops what was kept. The
  hook of every dated table (dbt_project.yml); a night that only adds a date keeps nothing. A run that restates takes the dates out: one
  that has no rows any more could not be overwritten. If the run is killed, the next one finds them missing and builds them.
-#}
{% macro keep_rows_before() -%}
    {%- set erasures = ref('dwd_customer_erasure') -%}
    {%- if execute and config.get('materialized') == 'incremental' and 'as_of_date' in model.columns -%}
        {%- if model.name in dated_tables() -%}
            {%- if is_incremental() -%}
                {%- set dates = 'stored.as_of_date ' ~ ('<= ' if restates() else '= ') ~ as_of_date() -%}
                {%- set kept = kept_rows(this) -%}
                {%- if load_relation(kept) is not none -%}
                    {%- do run_query('insert into ' ~ kept ~ ' ' ~ rows_to_keep(this, erasures, dates, kept)) -%}
                {%- elif has_rows_to_keep(this, erasures, dates) -%}
                    {%- do run_query(
                        'create table ' ~ kept ~ ' using ' ~ config.get('file_format', 'parquet') ~ ' as '
                        ~ rows_to_keep(this, erasures, dates)
                    ) -%}
                    {%- do adapter.cache_added(kept) -%}
                {%- endif -%}
                {%- if restates() and 'customer_id' in model.columns -%}
                    {%- do drop_dates(this, dates) -%}
                {%- endif -%}
            {%- endif -%}
        {%- elif 'customer_id' in model.columns -%}
            {{ exceptions.raise_compiler_error(model.name ~ ' is a dated table with customers; add it to the macro dated_tables') }}
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}
