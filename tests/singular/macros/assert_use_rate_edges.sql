-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 核销率：没有发送为空；四舍五入到两位；可超过 100；封顶 999.99

with

cases as (

    select *
    from
        values
        (0, 0, cast(null as decimal(5, 2))),
        (5, 0, cast(null as decimal(5, 2))),
        (0, 7, 0.00),
        (1, 3, 33.33),
        (2, 3, 66.67),
        (1, 800, 0.13),
        (1, 20001, 0.00),
        (1, 20000, 0.01),
        (3, 2, 150.00),
        (99999, 10000, 999.99),
        (10, 1, 999.99),
        (1234567, 1, 999.99)
            as rate_case (use_count, send_count, expected_rate)

),

rated as (

    select
        use_count,
        send_count,
        expected_rate,
        {{ use_rate('use_count', 'send_count') }} as actual_rate

    from cases

)

select * from rated
where not actual_rate <=> expected_rate
