-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 上一级从本级最高总分加一开始；最高级与没有等级的总分没有上一级

with

cases as (

    select *
    from
        values
        (3, 6),
        (5, 6),
        (6, 9),
        (8, 9),
        (9, 13),
        (12, 13),
        (13, null),
        (15, null),
        (16, null)
            as boundary (rfm_total, expected_total)

),

compared as (

    select
        rfm_total,
        expected_total,
        {{ rfm_next_total('rfm_total') }} as actual_total

    from cases

)

select * from compared
where not actual_total <=> expected_total
