-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 被拒绝的删除申请：没有照办，要人去看；编号重复的申请除外，其中一条已经照办
{{ config(severity='warn') }}

with

rejects as (

    select * from {{ ref('dwd_customer_profile_reject') }}

)

select
    source_key,
    reject_reason,
    reject_column,
    reject_value

from rejects

where source_table = 'ods_customer_erasure' and reject_reason != 'duplicate_key'
