{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The statistics periods: exactly 1, 7 and 30 calendar days that end on the as-of date, that day included. -#}
{% macro stat_periods() -%}
    select
        stat_period,
        date_sub({{ as_of_date() }}, day_count - 1) as start_date,
        {{ as_of_date() }} as end_date
    from values
        ('日', 1),
        ('7天', 7),
        ('30天', 30)
        as stat_period (stat_period, day_count)
{%- endmacro %}
