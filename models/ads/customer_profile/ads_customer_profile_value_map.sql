-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个省（有没有客户都在）或者没有位置的一格（其他、未知、未授权）；加起来是全体

with

regions as (

    select * from {{ ref('dwd_region') }}
    where region_level = '省'

),

-- 大区之内各省的格；客户太少的省已并入所在大区的 其他
province_cells as (

    select * from {{ ref('dws_customer_profile_value_cell') }}
    where attribute = 'greater_region' and detail = 'province'

),

populated as (

    select province_id

    from {{ ref('dws_customer_profile_value_group') }}

    where province_id is not null

    group by province_id

),

places as (

    select
        coalesce(regions.greater_region_name, province_cells.attribute_value) as greater_region,
        coalesce(regions.region_id, province_cells.detail_id) as province_id,
        coalesce(regions.region_name, province_cells.detail_value) as province,
        regions.grid_row,
        regions.grid_column,
        -- 有客户而没有自己的格：并入了 其他
        populated.province_id is not null and province_cells.detail_id is null as is_merged,
        {% for measure in ['customer_count', 'buyer_count', 'order_count', 'net_amount'] -%}
        province_cells.{{ measure }} as cell_{{ measure }},
        {% endfor -%}
        regions.region_id is not null and populated.province_id is null as is_empty

    from regions

    full outer join province_cells
        on regions.region_id = province_cells.detail_id

    left join populated
        on regions.region_id = populated.province_id

),

value_map as (

    select
        {{ as_of_date() }} as as_of_date,
        greater_region,
        province_id,
        province,
        grid_row,
        grid_column,
        is_merged,
        {% for measure in ['customer_count', 'buyer_count', 'order_count'] -%}
        if(is_empty, 0, cell_{{ measure }}) as {{ measure }},
        {% endfor -%}
        cast(if(is_empty, 0, cell_net_amount) as decimal(28, 2)) as net_amount,
        cast({{ rounded_ratio('cell_net_amount', 'cell_buyer_count') }} as decimal(28, 2)) as mean_net_amount,
        {{ etl_load_time() }} as etl_load_time

    from places

)

select * from value_map
