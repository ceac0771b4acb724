-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 阶段边界：预期间隔 10 天，20/21、40/41 天两侧；回流前的间隔 40/41；购买日 1/2、4/5；先符合的先算

with

cases as (

    select *
    from
        values
        (0, null, null, 'prospect'),
        (1, 41, null, 'churned'),
        (9, 41, null, 'churned'),
        (1, 40, null, 'dormant'),
        (9, 21, 99, 'dormant'),
        (1, 20, null, 'new'),
        (2, 20, 41, 'returning'),
        (9, 0, 41, 'returning'),
        (2, 0, 40, 'growing'),
        (4, 0, null, 'growing'),
        (5, 0, null, 'mature')
            as boundary (purchase_days, days_since, recent_gap, expected_stage)

),

labelled as (

    select
        *,
        {{ lifecycle_stage('purchase_days', 'days_since', 'recent_gap', '10') }} as actual_stage

    from cases

)

select * from labelled
where not actual_stage <=> expected_stage
