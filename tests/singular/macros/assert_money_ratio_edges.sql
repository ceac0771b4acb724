-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 金额的比值：分子分母有三位小数，结果仍恰好四舍五入到两位；负的金额远离 0；分母不大于 0 为空

with

cases as (

    select
        cast(numerator as decimal(28, 3)) as numerator,
        cast(denominator as decimal(28, 3)) as denominator,
        expected_ratio
    from
        values
        (10, 4, 2.50),
        (0.125, 1, 0.13),
        (-0.125, 1, -0.13),
        (0.124, 1, 0.12),
        (-0.124, 1, -0.12),
        (0.005, 1.001, 0.00),
        (-12.345, 1, -12.35),
        (0.001, 0.003, 0.33),
        (8887208.894, 4339, 2048.22),
        (5, 0, null),
        (5, -0.001, null),
        (null, 1, null)
            as ratio_case (numerator, denominator, expected_ratio)

),

divided as (

    select
        numerator,
        denominator,
        expected_ratio,
        {{ money_ratio('numerator', 'denominator') }} as actual_ratio

    from cases

)

select * from divided
where not actual_ratio <=> expected_ratio
