-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 阶段只由三件事决定：本月、上月、此前是否消费；上月消费过而此前没有，不可能出现，此前包含上月

with

cases as (

    select *
    from
        values
        (true, false, false, 'new'),
        (true, true, true, 'active'),
        (true, false, true, 'back'),
        (false, true, true, 'unactive'),
        (false, false, true, 'unactive'),
        (false, false, false, '未消费')
            as stage_case (bought, bought_last_month, bought_before, expected_stage)

),

staged as (

    select
        bought,
        bought_last_month,
        bought_before,
        expected_stage,
        {{ customer_stage('bought', 'bought_last_month', 'bought_before') }} as actual_stage

    from cases

)

select * from staged
where not actual_stage <=> expected_stage
