{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The dates that a dated table of the area writes in this run: the as-of date, and every date of dws_customer_profile_date that it does not
  have yet. So a run that was killed between two tables is completed by the next one, and a new table gets all dates that its neighbours have.
  A run that restates (customer_profile_restate) writes all dates up to the as-of date.
  A row of a past date must only read what is dated up to it. `stored` is the table, where that is not the model itself.
-#}
{% macro dates_to_build(stored=none) -%}
    {%- set profile_dates = ref('dws_customer_profile_date') -%}
    {%- set has_dates = is_incremental() if stored is none else load_relation(stored) is not none %}
        select profile_dates.as_of_date

        from {{ profile_dates }} as profile_dates
        {%- if has_dates %}

        left join (select distinct as_of_date from {{ stored or this }}) as stored_dates
            on profile_dates.as_of_date = stored_dates.as_of_date

        where stored_dates.as_of_date is null or profile_dates.as_of_date {{ '<=' if restates() else '=' }} {{ as_of_date() }}
        {%- endif %}
{%- endmacro %}
