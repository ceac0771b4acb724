-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 近来的一个已存截止日 × 原因：今天重建的话，自己的事实已经不同的客户有几位；规则变了的日子要重建才知道几位

with

profile_dates as (

    select * from {{ ref('dws_customer_profile_date') }}
    where as_of_date <= {{ as_of_date() }}

),

-- 迟到多在最近；更早的日子由 customer_profile_restate 说
due_dates as (

    select profile_dates.*

    from profile_dates

    where profile_dates.as_of_date >= date_sub({{ as_of_date() }}, {{ restatement_watch_days() }})

),

input_days as (

    select * from {{ ref('dws_customer_profile_input_daily') }}

),

stored_inputs as (

    select inputs.*

    from {{ ref('dws_customer_profile_input') }} as inputs

    left semi join due_dates
        on inputs.as_of_date = due_dates.as_of_date

),

current_inputs as (

    {{ input_at_dates('input_days', 'due_dates') }}

),

changes as (

    select
        coalesce(stored_inputs.as_of_date, current_inputs.as_of_date) as as_of_date,
        {{ input_change('stored_inputs', 'current_inputs') }} as cause

    from stored_inputs

    full outer join current_inputs
        on
            stored_inputs.customer_id = current_inputs.customer_id
            and stored_inputs.as_of_date = current_inputs.as_of_date

),

due as (

    select
        as_of_date,
        cause,
        count(*) as customer_count

    from changes

    where cause is not null

    group by as_of_date, cause

    union all

    select
        as_of_date,
        'changed_rules' as cause,
        cast(null as bigint) as customer_count

    from profile_dates

    where config_hash != '{{ config_hash() }}'

)

select * from due
