-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 地区（大区、省）× 价值分层：截止日的客户与净额；没有画像授权的每级只有一行 未授权

with

customer_totals as (

    select * from {{ ref('dws_customer_profile_customer_total') }}

),

regions as (

    select * from {{ ref('dwd_region') }}

),

placed as (

    {% for level, region in [('大区', 'greater_region'), ('省', 'province')] -%}
    select
        as_of_date,
        '{{ level }}' as region_level,
        {{ region }}_id as region_id,
        {{ region }} as region_name,
        ltv_segment,
        net_amount

    from customer_totals
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
