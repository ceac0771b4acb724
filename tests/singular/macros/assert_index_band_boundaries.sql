-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 分段的边界：0 自成一段，界属于下面一段，最大值在最后一段；空与超出最大值的没有分段

with

cases as (

    select *
    from
        values
        (cast(0 as decimal(6, 2)), 0),
        (0.01, 1),
        (20, 1),
        (20.01, 2),
        (100, 5),
        (100.01, null),
        (null, null)
            as boundary (index_value, expected_place)

),

banded as (

    select
        *,
        {{ index_band('index_value', 'customer_profile_activity_bands', 100) }} as actual_band,
        array(
            {% for name in index_band_names('customer_profile_activity_bands', 100) -%}
            '{{ name }}'{{ ',' if not loop.last }}
            {% endfor -%}
        )[expected_place] as expected_band

    from cases

)

select * from banded
where not actual_band <=> expected_band
