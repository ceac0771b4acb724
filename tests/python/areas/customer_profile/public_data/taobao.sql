-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 原始文件作三张表：事件（北京时间）、会话数、客户；停顿超过 30 分钟就是新会话
create table events as
with
read as (
    select
        epoch_ms(timestamp * 1000) + interval 8 hours as event_time,
        behavior_type as event_type,
        item_id::varchar as product_id,
        user_id::varchar as customer_id
    from read_parquet(getvariable('source'))
),
paused as (
    select
        *,
        event_time - lag(event_time) over (partition by customer_id order by event_time) as idle
    from read
)
select
    * exclude idle,
    customer_id || '/' || sum(if(idle is null or idle > interval 30 minutes, 1, 0)) over (
        partition by customer_id
        order by event_time
    ) as session_id
from paused;

create table sessions as
select count(distinct session_id) as session_count from events;

create table customers as
select distinct customer_id from events
