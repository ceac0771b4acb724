-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 一位客户的版本首尾相接：每一版的终点就是下一版的起点，没有空当也没有重叠；只有第一版可以没有起点，只有最后一版没有终点

with

versions as (

    select
        *,
        lead(valid_from) over (
            partition by customer_id
            order by version_number
        ) as next_valid_from,
        lead(version_number) over (
            partition by customer_id
            order by version_number
        ) as next_version_number

    from {{ ref('dwd_customer_history') }}

)

select
    customer_id,
    version_number,
    valid_from,
    valid_to,
    next_valid_from

from versions

where
    not valid_to <=> next_valid_from
    or coalesce(next_version_number != version_number + 1, false)
    or (version_number > 1 and valid_from is null)
    or (next_version_number is not null and valid_to is null)
    or coalesce(valid_from >= valid_to, false)
