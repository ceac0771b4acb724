-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- var 里的数原样进入 SQL：整数、小数、负数，写成文本的也一样

with

cases as (

    select *
    from
        values
        ({{ number_literal(10, 'case') }}, 10),
        ({{ number_literal(0, 'case') }}, 0),
        ({{ number_literal(0.5, 'case') }}, 0.5),
        ({{ number_literal(-2.25, 'case') }}, -2.25),
        ({{ number_literal('007', 'case') }}, 7),
        ({{ number_literal('123456789012345.654321', 'case') }}, 123456789012345.654321)
            as literal_case (actual_number, expected_number)

)

select * from cases
where not actual_number <=> expected_number
