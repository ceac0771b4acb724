-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 事件多得不像人的会话：保留、计数，不进任何指数
{{ config(severity='warn') }}

with

behaviors as (

    select * from {{ ref('dwd_behavior_fact') }}

)

select
    session_id,
    device_fingerprint,
    count(*) as event_count

from behaviors

where is_bot

group by session_id, device_fingerprint
