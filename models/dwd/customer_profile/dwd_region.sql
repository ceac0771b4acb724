-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个地区（region_id），带上它所属的省与大区

with

regions as (

    select * from {{ ref('stg_region') }}

),

accepted as (

    select
        region_id,
        region_name,
        region_level,
        parent_region_id,
        grid_row,
        grid_column

    from regions

    where reject_reason is null

),

-- 市 → 省 → 大区；省和大区从自己开始
placed as (

    select
        accepted.*,
        case accepted.region_level
            when '省' then accepted.region_id
            when '市' then parents.region_id
        end as province_id,
        case accepted.region_level
            when '省' then accepted.region_name
            when '市' then parents.region_name
        end as province_name,
        case accepted.region_level
            when '大区' then accepted.region_id
            when '省' then parents.region_id
            when '市' then parents.parent_region_id
        end as greater_region_id

    from accepted

    left join accepted as parents
        on accepted.parent_region_id = parents.region_id

),

placed_regions as (

    select
        placed.region_id,
        placed.region_name,
        placed.region_level,
        placed.parent_region_id,
        placed.province_id,
        placed.province_name,
        placed.greater_region_id,
        greater_regions.region_name as greater_region_name,
        placed.grid_row,
        placed.grid_column

    from placed

    left join accepted as greater_regions
        on placed.greater_region_id = greater_regions.region_id

)

select * from placed_regions
