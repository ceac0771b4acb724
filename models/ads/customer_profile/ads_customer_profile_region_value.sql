-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 地区（大区、省）× 价值分层：截止日的客户与净额；没有画像授权的每级只有一行 未授权

with

customer_totals as (

    select * from {{ ref('dws_customer_profile_customer_total') }}

),

value_segments as (

    select * from {{ ref('dws_customer_profile_value_segment') }}
    where as_of_date = {{ as_of_date() }}

),

regions as (

    select * from {{ ref('dwd_region') }}

),

placed as (

    {% for level, region in [('大区', 'greater_region'), ('省', 'province')] -%}
    select
        customer_totals.as_of_date,
        '{{ level }}' as region_level,
        customer_totals.{{ region }}_id as region_id,
        customer_totals.{{ region }} as region_name,
        -- 没有买过的客户没有价值分层
        {{ consented(
            'customer_totals.is_profiled',
            "value_segments.ltv_segment, case when customer_totals.order_count = 0 then '未购买' end",
            '无'
        ) }} as ltv_segment,
        customer_totals.net_amount

    from customer_totals

    left join value_segments
        on customer_totals.customer_id = value_segments.customer_id
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

),

summed as (

    select
        as_of_date,
        region_level,
        region_id,
        region_name,
        ltv_segment,
        count(*) as customer_count,
        cast(sum(net_amount) as decimal(28, 2)) as net_amount

    from placed

    group by as_of_date, region_level, region_id, region_name, ltv_segment

),

region_values as (

    select
        summed.as_of_date,
        summed.region_level,
        summed.region_id,
        summed.region_name,
        summed.ltv_segment,
        summed.customer_count,
        summed.net_amount,
        regions.grid_row,
        regions.grid_column,
        {{ etl_load_time() }} as etl_load_time

    from summed

    left join regions
        on summed.region_id = regions.region_id

)

select * from region_values
