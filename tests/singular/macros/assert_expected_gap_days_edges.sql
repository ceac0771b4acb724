-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 预期间隔：没有自己的间隔用全体的；段数越多越近自己的；限于 7–180；谁都没有间隔时取上限；四舍五入到两位

with

cases as (

    select *
    from
        values
        (0, cast(null as decimal(9, 1)), cast(30 as decimal(9, 2)), 30),
        (1, 10.0, 30.0, 25),
        (3, 10.0, 30.0, 20),
        (3, 10.5, 30.25, 20.38),
        (9, 1.0, 7.0, 7),
        (2, 600.0, 30.0, 180),
        (0, null, null, 180)
            as boundary (gap_count, own_median, population_median, expected_gap)

),

computed as (

    select
        *,
        {{ expected_gap_days('gap_count', 'own_median', 'population_median') }} as actual_gap

    from cases

)

select * from computed
where not actual_gap <=> cast(expected_gap as decimal(7, 2))
