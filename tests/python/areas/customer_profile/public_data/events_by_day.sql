-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 日期 × 事件类型
create or replace table events_by_day as
with
names (theirs, ours) as (
    values ('view', 'page_view'), ('pv', 'page_view'), ('cart', 'add_to_cart'), ('fav', 'favorite'),
    ('purchase', 'order'), ('buy', 'order')
)
select
    event_time::date as event_date,
    ours as event_type,
    count(*) as event_count,
    count(distinct customer_id) as customer_count
from events
join names on event_type = theirs
group by event_date, ours
