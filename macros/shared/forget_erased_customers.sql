{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  After a dated table was written: past dates lose the rows of customers who asked to be erased since. Only the dates that hold one are
  written anew; a date on which nobody else has a row is dropped, because a partition cannot be overwritten with nothing. The hook of every
  dated table (dbt_project.yml); tables without customers, and tables that this run created, have nothing to forget.
-#}
{% macro forget_erased_customers() -%}
    {%- set erasures, id = ref(erasure_list().table), erasure_list().column -%}
    {%- set named = model.columns | select('in', customer_columns()) | list -%}
    {%- if execute and named and config.get('materialized') == 'incremental' and is_incremental() -%}
        {%- set dates = run_query(
            'select cast(stored.as_of_date as string), count(erased.' ~ id ~ ') = count(*) from ' ~ this ~ ' as stored left join ' ~ erasures
            ~ ' as erased on stored.' ~ named[0] ~ ' = erased.' ~ id ~ ' group by stored.as_of_date having count(erased.' ~ id ~ ') > 0'
        ).rows -%}
        {%- set written = [] -%}
        {%- for date, holds_nobody_else in dates -%}
            {%- if holds_nobody_else -%}
                {%- do run_query('alter table ' ~ this ~ " drop if exists partition (as_of_date = date '" ~ date ~ "')") -%}
            {%- else -%}
                {%- do written.append(date) -%}
            {%- endif -%}
        {%- endfor -%}
        {%- if written -%}
            {%- do run_query('set spark.sql.sources.partitionOverwriteMode = dynamic') -%}
        insert overwrite table {{ this }} partition (as_of_date)

        select kept.*

        from {{ this }} as kept

        left anti join {{ erasures }} as erased
            on kept.{{ named[0] }} = erased.{{ id }}

        where kept.as_of_date in ({{ date_literals(written) }})
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}
