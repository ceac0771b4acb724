-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 有画像授权的客户：客户活跃度指数，连同输入与封顶值
{%- set document_inputs = ['login_days', 'page_seconds', 'contact_count'] %}
{%- set adjusted_inputs = ['login_days', 'page_seconds', 'adjusted_count'] %}

with

dates as (

    {{ dates_to_build() }}

),

customer_inputs as (

    select * from {{ ref('dws_customer_profile_activity_input') }}

),

input_caps as (

    select * from {{ ref('dws_customer_profile_activity_cap') }}

),

-- 一个日期一行，每个输入一列
date_caps as (

    select
        {% for input in activity_inputs() -%}
        max(case when input_name = '{{ input.column }}' then cap_value end) as {{ input.column }}_cap,
        max(case when input_name = '{{ input.column }}' then weight end) as {{ input.column }}_weight,
        {% endfor -%}
        nullif(
            concat_ws(
                ', ',
                {% for input in document_inputs -%}
                max(case when input_name = '{{ input }}' and is_missing then input_name end)
                {{- ',\n                ' if not loop.last }}
                {%- endfor %}
            ),
            ''
        ) as missing_input,
        max(is_missing and input_name != 'contact_count') as is_adjusted_missing,
        count(case when input_name != 'adjusted_count' then cap_value end) as cap_count,
        as_of_date

    from input_caps

    group by as_of_date

),

-- 冻结的：三个输入都有封顶值的第一个日期的，没有这样的日期就是最早的
frozen_caps as (

    select
        dates.as_of_date,
        min_by(
            struct(date_caps.*),
            struct(date_caps.cap_count < 3 as is_partial, date_caps.as_of_date as as_of_date)
        ) as frozen

    from dates

    inner join date_caps
        on dates.as_of_date >= date_caps.as_of_date

    group by dates.as_of_date

),

activity as (

    select
        customer_inputs.customer_id,
        customer_inputs.login_days,
        customer_inputs.page_view_count,
        customer_inputs.page_seconds,
        customer_inputs.contact_count,
        customer_inputs.adjusted_count,
        {% for input in activity_inputs() -%}
        date_caps.{{ input.column }}_cap,
        {% endfor -%}
        case
            when date_caps.missing_input is null
                then {{ activity_index(document_inputs, 'customer_inputs', 'date_caps') }}
        end as activity_index,
        case
            when not date_caps.is_adjusted_missing
                then {{ activity_index(adjusted_inputs, 'customer_inputs', 'date_caps') }}
        end as activity_index_adjusted,
        case
            when date_caps.missing_input is null
                then {{ activity_index(document_inputs, 'customer_inputs', 'frozen_caps.frozen') }}
        end as activity_index_frozen,
        frozen_caps.frozen.as_of_date as frozen_since,
        date_caps.missing_input,
        customer_inputs.as_of_date

    from customer_inputs

    inner join frozen_caps
        on customer_inputs.as_of_date = frozen_caps.as_of_date

    inner join date_caps
        on customer_inputs.as_of_date = date_caps.as_of_date

)

select * from activity
