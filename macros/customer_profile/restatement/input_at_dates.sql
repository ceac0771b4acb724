{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The fingerprint of what each customer's rows are made of, at the end of each date: the sums of dws_customer_profile_input_daily up to it.
-#}
{% macro input_at_dates(daily, dates) -%}
    select
        daily.customer_id,
        sum(daily.key_count) as key_count,
        xxhash64(sum(daily.key_count), sum(daily.key_low), sum(daily.key_high)) as key_hash,
        xxhash64(sum(daily.content_low), sum(daily.content_high)) as content_hash,
        dates.as_of_date

    from {{ daily }} as daily

    inner join {{ dates }} as dates
        on daily.dt <= dates.as_of_date

    group by daily.customer_id, dates.as_of_date
{%- endmacro %}
