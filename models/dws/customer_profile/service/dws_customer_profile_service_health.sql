-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 有画像授权的客户：服务健康度，连同它的三个因子
{%- set prior_weight = whole_number_setting('customer_profile_complaint_prior_weight', 0, 9999) %}

with

dates as (

    {{ dates_to_build() }}

),

customer_inputs as (

    select
        inputs.customer_id,
        inputs.contact_count,
        inputs.complaint_count,
        inputs.judged_count,
        inputs.timeliness,
        inputs.answer_count,
        inputs.score_total,
        inputs.as_of_date

    from {{ ref('dws_customer_profile_service_input') }} as inputs

    inner join dates
        on inputs.as_of_date = dates.as_of_date

),

all_customers as (

    select
        as_of_date,
        cast(
            cast(sum(complaint_count) as decimal(12, 0)) / nullif(sum(contact_count), 0) as decimal(13, 12)
        ) as complaint_rate

    from customer_inputs

    group by as_of_date

),

-- 除法各留十二位，最后才舍入
rated as (

    select
        customer_inputs.*,
        cast(
            cast(customer_inputs.complaint_count as decimal(12, 0)) / nullif(customer_inputs.contact_count, 0)
            as decimal(13, 12)
        ) as complaint_rate,
        -- 没有接触的客户没有投诉率可收缩
        case
            when customer_inputs.contact_count > 0
                then cast(
                    cast(
                        customer_inputs.complaint_count + {{ prior_weight }} * all_customers.complaint_rate
                        as decimal(20, 12)
                    ) / cast(customer_inputs.contact_count + {{ prior_weight }} as decimal(14, 2)) as decimal(13, 12)
                )
        end as shrunk_complaint_rate,
        cast(
            cast(customer_inputs.score_total as decimal(12, 0)) / nullif(10 * customer_inputs.answer_count, 0)
            as decimal(13, 12)
        ) as satisfaction

    from customer_inputs

    inner join all_customers
        on customer_inputs.as_of_date = all_customers.as_of_date

),

service_health as (

    select
        customer_id,
        contact_count,
        complaint_count,
        judged_count,
        answer_count,
        cast(complaint_rate as decimal(5, 4)) as complaint_rate,
        cast(shrunk_complaint_rate as decimal(5, 4)) as shrunk_complaint_rate,
        cast(timeliness as decimal(5, 4)) as timeliness,
        cast(satisfaction as decimal(5, 4)) as satisfaction,
        cast((1 - complaint_rate) * timeliness * satisfaction as decimal(5, 4)) as service_health,
        cast((1 - shrunk_complaint_rate) * timeliness * satisfaction as decimal(5, 4)) as service_health_shrunk,
        as_of_date

    from rated

)

select * from service_health
