-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 分层边界 5/6、8/9、12/13 两侧各取一点；超出 15 分没有等级

with

cases as (

    select *
    from
        values
        (3, '流失用户'),
        (5, '流失用户'),
        (6, '一般用户'),
        (8, '一般用户'),
        (9, '潜力用户'),
        (12, '潜力用户'),
        (13, '高价值用户'),
        (15, '高价值用户'),
        (16, null)
            as boundary (rfm_total, expected_level)

),

labelled as (

    select
        rfm_total,
        expected_level,
        {{ rfm_user_level('rfm_total') }} as actual_level

    from cases

)

select * from labelled
where not actual_level <=> expected_level
