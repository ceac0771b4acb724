{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- One row per day that has inputs: how many raw rows, and the fingerprint that its partition should carry. -#}
{% macro by_day_days(settings, parts, rules) -%}
    select
        cast(dt as string) as dt,
        cast(sum(input_rows) as string) as input_rows,
        {{ partition_fingerprint(rules, parts) }} as partition_fingerprint

    from (
        {{ by_day_inputs(settings, parts) }}
    ) as inputs
    {% if not (settings.undated or settings.files) %}
    where dt > {{ no_date() }}{{ ' and dt <= ' ~ as_of_date() if settings.until_as_of_date }}
    {% endif %}
    group by dt
{%- endmacro %}
