-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 健康度在三个因子都有时才有，且不超过任何一个；没有接触就没有投诉率

with

service_health as (

    select * from {{ ref('dws_customer_profile_service_health') }}

)

select
    customer_id,
    as_of_date,
    service_health,
    service_health_shrunk,
    complaint_rate,
    shrunk_complaint_rate,
    timeliness,
    satisfaction

from service_health

where
    (service_health is null) != (complaint_rate is null or timeliness is null or satisfaction is null)
    or (service_health is null) != (service_health_shrunk is null)
    or (complaint_rate is null) != (contact_count = 0)
    or service_health > least(1 - complaint_rate, timeliness, satisfaction)
    or service_health_shrunk > least(1 - shrunk_complaint_rate, timeliness, satisfaction)
