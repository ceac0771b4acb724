{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- One row per day that has inputs or a stored partition: its fingerprint now and why it is rewritten, null where it stays. -#}
{% macro by_day_plan_query(settings, parts, rules, stored, empty_days) -%}
    with

    inputs as (
        {{ by_day_inputs(settings, parts) }}
    ),

    days as (

        select
            dt,
            sum(input_rows) as input_rows,
            {{ partition_fingerprint(rules, parts) }} as partition_fingerprint

        from inputs
        {% if not (settings.undated or settings.files) %}
        where dt > {{ no_date() }}{{ ' and dt <= ' ~ as_of_date() if settings.until_as_of_date }}
        {% endif %}
        group by dt

    ),

    stored as (

        {{ stored_fingerprints(stored) }}

    ),

    empty_days as (

        {{ stored_fingerprints(empty_days) }}

    )

    select
        cast(coalesce(days.dt, stored.dt) as string) as dt,
        cast(coalesce(days.input_rows, 0) as string) as input_rows,
        days.partition_fingerprint,
        if(stored.dt is null, 'no', 'yes') as is_stored,
        if(empty_days.dt is null, 'no', 'yes') as is_known_empty,
        {{ rewrite_reason(parts, settings.undated) }} as rewrite_reason

    from days

    full outer join stored
        on days.dt = stored.dt

    left join empty_days
        on days.dt = empty_days.dt and days.partition_fingerprint = empty_days.stored_fingerprint

    order by dt
{%- endmacro %}
