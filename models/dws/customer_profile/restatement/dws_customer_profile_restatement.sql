-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次重建 × 截止日 × 表 × 原因：几位客户的行变了；只有数，没有编号

with

-- 重建之前留下的（keep_rows_before）与现在的；这次没有重建的表没有行
compared as (

    {% for name in dated_tables() -%}
    {{ kept_against_stored(name) }}
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

),

config_changes as (

    select as_of_date from compared
    where source_table = 'dws_customer_profile_date' and own_cause = 'changed_rules'

),

input_changes as (

    select
        as_of_date,
        customer_key,
        own_cause

    from compared

    where source_table = 'dws_customer_profile_input' and not is_erased

),

caused as (

    select
        compared.source_table,
        compared.as_of_date,
        compared.kept_at,
        case
            when not compared.is_different then 'unchanged'
            when compared.is_erased then 'erasure'
            -- 指纹只看客户自己的事实，规则变了也分得清
            when compared.source_table = 'dws_customer_profile_input' then compared.own_cause
            when config_changes.as_of_date is not null then 'changed_rules'
            when input_changes.customer_key is null then 'unknown'
            else coalesce(input_changes.own_cause, 'shared_inputs')
        end as cause

    from compared

    left join config_changes
        on compared.as_of_date = config_changes.as_of_date

    left join input_changes
        on
            compared.as_of_date = input_changes.as_of_date
            and compared.customer_key = input_changes.customer_key

    where compared.source_table != 'dws_customer_profile_date'

),

counted as (

    select
        max(max(kept_at)) over (partition by source_table, as_of_date) as restated_at,
        as_of_date,
        source_table,
        cause,
        count(*) as customer_count

    from caused

    group by source_table, as_of_date, cause

),

-- 上一次运行记了账、还没来得及丢掉留下的行，就不再记一遍
recorded as (

    select
        restated_at,
        as_of_date,
        source_table

    from {{ this if is_incremental() else 'counted' }}
    {%- if not is_incremental() %}

    where false
    {%- endif %}

),

-- 没有问起的日子不记“没有变”
restatements as (

    select
        counted.restated_at,
        counted.as_of_date,
        counted.source_table,
        counted.cause,
        counted.customer_count

    from counted

    left anti join recorded
        on
            counted.restated_at = recorded.restated_at
            and counted.as_of_date = recorded.as_of_date
            and counted.source_table = recorded.source_table

    where {{ 'true' if restates() else "counted.cause != 'unchanged'" }}

)

select * from restatements
