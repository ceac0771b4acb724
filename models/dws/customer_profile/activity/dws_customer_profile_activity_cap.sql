-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 活跃度指数的输入：封顶值与权重；数据里从没有过这种事件的输入也有行，is_missing 为真

with

dates as (

    {{ dates_to_build() }}

),

customer_inputs as (

    select * from {{ ref('dws_customer_profile_activity_input') }}
    where as_of_date in (select dates.as_of_date from dates)

),

touch_starts as (

    select * from {{ ref('dws_customer_profile_touch_start') }}

),

-- 从没有过这种事件 = 缺失，而不是 0
inputs as (

    {% for input in activity_inputs() -%}
    select
        '{{ input.column }}' as input_name,
        cast({{ input.weight }} as decimal(7, 6)) as weight,
        min(first_date) as first_date

    from touch_starts

    where touch_type in ({{ input.touches }})
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

),

input_values as (

    select
        as_of_date,
        stack(
            {{ activity_inputs() | length }},
            {% for input in activity_inputs() -%}
            '{{ input.column }}', cast({{ input.column }} as decimal(9, 2)){{ ', ' if not loop.last }}
            {%- endfor %}
        ) as (input_name, input_value)

    from customer_inputs

),

value_counts as (

    select
        as_of_date,
        input_name,
        input_value,
        count(*) as customer_count

    from input_values

    where input_value > 0

    group by as_of_date, input_name, input_value

),

-- 窗口只排不同的值，不排客户
running as (

    select
        *,
        sum(customer_count) over (
            partition by as_of_date, input_name
            order by input_value
        ) as running_count,
        sum(customer_count) over (partition by as_of_date, input_name) as positive_count

    from value_counts

),

caps as (

    select
        as_of_date,
        input_name,
        min(input_value) as cap_value,
        any_value(positive_count) as positive_count

    from running

    where running_count >= {{ share_setting('customer_profile_activity_cap_share') }} * positive_count

    group by as_of_date, input_name

),

activity_caps as (

    select
        inputs.input_name,
        inputs.weight,
        caps.cap_value,
        coalesce(caps.positive_count, 0) as positive_count,
        coalesce(inputs.first_date > dates.as_of_date, true) as is_missing,
        dates.as_of_date

    from dates

    cross join inputs

    left join caps
        on
            dates.as_of_date = caps.as_of_date
            and inputs.input_name = caps.input_name

)

select * from activity_caps
