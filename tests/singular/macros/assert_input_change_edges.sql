-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 事实的变化：多了行是迟到，少了行是没有了，行数不变而编号不同也是迟到，只是内容不同是变了；一边没有客户看另一边

with

cases as (

    select *
    from
        values
        (2, 7, 9, 2, 7, 9, null),
        (2, 7, 9, 3, 8, 9, 'late_rows'),
        (2, 7, 9, 2, 8, 1, 'late_rows'),
        (2, 7, 9, 1, 8, 1, 'removed_rows'),
        (2, 7, 9, 2, 7, 1, 'changed_rows'),
        (null, null, null, 1, 8, 1, 'late_rows'),
        (1, 8, 1, null, null, null, 'removed_rows')
            as edge (stored_count, stored_key, stored_content, now_count, now_key, now_content, expected_cause)

),

inputs as (

    select
        expected_cause,
        struct(stored_count as key_count, stored_key as key_hash, stored_content as content_hash) as stored_input,
        struct(now_count as key_count, now_key as key_hash, now_content as content_hash) as now_input

    from cases

),

caused as (

    select
        *,
        {{ input_change('stored_input', 'now_input') }} as actual_cause

    from inputs

)

select * from caused
where not actual_cause <=> expected_cause
