-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 封顶值的定义反过来问：不大于它的正值至少占这个比例，小于它的不够这个比例
{%- set share = share_setting('customer_profile_activity_cap_share') %}

with

caps as (

    select * from {{ ref('dws_customer_profile_activity_cap') }}

),

customer_inputs as (

    select * from {{ ref('dws_customer_profile_activity_input') }}

),

-- 先转成一行一个值，再接封顶值：unpivot 不能写在 join 里
input_values as (

    select
        as_of_date,
        input_name,
        input_value

    from customer_inputs
        unpivot (
            input_value for input_name in (login_days, page_seconds, contact_count, adjusted_count)
        )

    where input_value > 0

),

counted as (

    select
        caps.as_of_date,
        caps.input_name,
        caps.cap_value,
        count_if(input_values.input_value <= caps.cap_value) as within_count,
        count_if(input_values.input_value < caps.cap_value) as below_count,
        count(input_values.input_value) as positive_count

    from caps

    left join input_values
        on
            caps.as_of_date = input_values.as_of_date
            and caps.input_name = input_values.input_name

    group by caps.as_of_date, caps.input_name, caps.cap_value

)

select * from counted
where
    (cap_value is null) != (positive_count = 0)
    or within_count < {{ share }} * positive_count
    or below_count >= {{ share }} * positive_count and positive_count > 0
