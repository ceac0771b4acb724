-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日的一位客户（全体）：属于哪一组，到当天为止的订单与金额；没有订单的是 0

with

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where as_of_date = {{ as_of_date() }}

),

measures as (

    select * from {{ ref('dws_customer_profile_measure') }}
    where as_of_date = {{ as_of_date() }}

),

activity as (

    select * from {{ ref('dws_customer_profile_activity') }}
    where as_of_date = {{ as_of_date() }}

),

value_segments as (

    select * from {{ ref('dws_customer_profile_value_segment') }}
    where as_of_date = {{ as_of_date() }}

),

regions as (

    select * from {{ ref('dwd_region') }}

),

-- 没有画像授权的客户也有金额，所以不从 order_metrics 来
order_totals as (

    select
        customer_id,
        sum(order_count) as order_count,
        sum(gross_amount) as gross_amount,
        sum(refund_amount) as refund_amount

    from {{ ref('dws_customer_profile_order_daily') }}

    where dt <= {{ as_of_date() }}

    group by customer_id

),

-- 个人没有行业与规模，不是未知
grouped as (

    select
        population.customer_id,
        population.is_profiled,
        {% for attribute in ['customer_type', 'credit_rating', 'declared_channel'] -%}
        {{ consented('population.is_profiled', 'population.' ~ attribute, '未知') }} as {{ attribute }},
        {% endfor -%}
        {% for attribute in ['industry', 'company_size'] -%}
        {{ consented(
            'population.is_profiled',
            'population.' ~ attribute ~ ", case when population.customer_type = '个人' then '不适用' end",
            '未知'
        ) }} as {{ attribute }},
        {% endfor -%}
        {% for region in ['greater_region', 'province'] -%}
        case when population.is_profiled then regions.{{ region }}_id end as {{ region }}_id,
        {{ consented('population.is_profiled', 'regions.' ~ region ~ '_name', '未知') }} as {{ region }},
        {% endfor -%}
        population.as_of_date

    from population

    left join regions
        on population.region_id = regions.region_id

),

customer_totals as (

    select
        grouped.*,
        measures.lifecycle_stage,
        measures.order_level,
        -- 没有买过的客户没有价值分层
        {{ consented(
            'grouped.is_profiled',
            "value_segments.ltv_segment, case when order_totals.order_count > 0 then null else '未购买' end",
            '无'
        ) }} as ltv_segment,
        activity.activity_index,
        coalesce(order_totals.order_count, 0) as order_count,
        cast(coalesce(order_totals.gross_amount, 0) as decimal(28, 2)) as gross_amount,
        cast(coalesce(order_totals.refund_amount, 0) as decimal(28, 2)) as refund_amount,
        cast(coalesce(order_totals.gross_amount - order_totals.refund_amount, 0) as decimal(28, 2)) as net_amount

    from grouped

    inner join measures
        on grouped.customer_id = measures.customer_id

    left join activity
        on grouped.customer_id = activity.customer_id

    left join value_segments
        on grouped.customer_id = value_segments.customer_id

    left join order_totals
        on grouped.customer_id = order_totals.customer_id

)

select * from customer_totals
