-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 比值：两位小数，四舍五入时负数远离 0（与 Spark 的 round 相同）；分母不大于 0 为空

with

cases as (

    select *
    from
        values
        (1, 3, 0.33),
        (-1, 3, -0.33),
        (2, 3, 0.67),
        (-2, 3, -0.67),
        (1, 200, 0.01),
        (-1, 200, -0.01),
        (1, 201, 0.00),
        (-1, 201, 0.00),
        (0, 7, 0.00),
        (7, 0, null),
        (0, 0, null),
        (7, -1, null),
        (null, 7, null),
        (7, null, null),
        (100 * 9000000000000, 9000000000000, 100.00)
            as ratio_case (numerator, denominator, expected_ratio)

),

divided as (

    select
        numerator,
        denominator,
        expected_ratio,
        {{ rounded_ratio('numerator', 'denominator') }} as actual_ratio

    from cases

)

select * from divided
where not actual_ratio <=> expected_ratio
