{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  After a dated table was written: past dates lose the rows of customers who asked to be erased since. Only the dates that hold one are
  written anew. The hook of every dated table (dbt_project.yml); tables without customers, and tables that this run created, have nothing to
  forget. A date on which nobody else has a row keeps its rows, because a partition cannot be overwritten with nothing; a test names it.
-#}
{% macro forget_erased_customers() -%}
    {%- set erasures = ref('dwd_customer_erasure') -%}
    {%- if config.get('materialized') == 'incremental' and 'customer_id' in model.columns and is_incremental() -%}
        insert overwrite table {{ this }} partition (as_of_date)

        select kept.*

        from {{ this }} as kept

        left semi join (
            select distinct stored.as_of_date
            from {{ this }} as stored
            left semi join {{ erasures }} as erased on stored.customer_id = erased.customer_id
        ) as touched
            on kept.as_of_date = touched.as_of_date

        left anti join {{ erasures }} as erased
            on kept.customer_id = erased.customer_id
    {%- endif -%}
{%- endmacro %}
