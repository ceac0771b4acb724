{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Whether a product is on sale at the end of a day: two columns, is_on_sale and is_certain. Its times decide; without a time of delisting it
  is its status, which only says what is today. So for a day before the as-of date that is certain only of a product that was listed by
  then and is still on sale: it is taken to have been on sale all the while.
-#}
{% macro product_sale(products, day) -%}
    {%- set is_listed = 'coalesce(' ~ products ~ '.list_time <= ' ~ end_of_day(day) ~ ', true)' -%}
    {%- set has_status = 'coalesce(' ~ products ~ '.product_status in (' ~ on_sale_statuses() ~ '), false)' -%}
        {{ is_listed }} and coalesce({{ products }}.delist_time > {{ end_of_day(day) }}, {{ has_status }}) as is_on_sale,
        {{ day }} >= {{ as_of_date() }}
        or not {{ is_listed }}
        or {{ products }}.delist_time is not null
        or ({{ products }}.list_time is not null and {{ has_status }}) as is_certain
{%- endmacro %}
