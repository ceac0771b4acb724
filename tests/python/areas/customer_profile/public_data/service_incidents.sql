-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每个事件单一行；解决时长到分钟，没有解决时间的看关闭时间
create table contacts as
select
    number as service_id,
    caller_id as customer_id,
    opened_at::date as contact_date,
    opened_at,
    floor(epoch(coalesce(resolved_at, closed_at) - opened_at) / 60)::int as minutes
from read_parquet(getvariable('source'));

create table customers as
select distinct customer_id from contacts
where customer_id is not null and contact_date <= getvariable('as_of')
