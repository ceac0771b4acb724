-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 被拒绝的删除申请：没有照办，要人去 dwd_shared_reject 看；编号重复的申请除外，其中一条已经照办。结果不带编号
{{ config(severity='warn') }}

with

rejects as (

    select * from {{ ref('dwd_shared_reject') }}

)

select
    reject_reason,
    reject_column,
    count(*) as request_count

from rejects

where source_table = 'ods_customer_erasure' and reject_reason != 'duplicate_key'

group by reject_reason, reject_column
