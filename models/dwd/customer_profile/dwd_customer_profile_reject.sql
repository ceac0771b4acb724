-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一行没有进入 DWD 的原始记录，原因取第一处缺陷；要求删除的客户只留原因

with

defective as (

    {{ rejected_rows('customer_profile') }}

),

rejected as (

    select /*+ rebalance(dt) */
        source_table,
        source_key,
        reject_reason,
        reject_column,
        reject_value,
        raw_record,
        is_erased,
        dt

    from defective

)

select * from rejected
