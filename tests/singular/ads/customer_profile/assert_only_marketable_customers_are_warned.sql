-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 预警里的客户，在截止日有效的版本里都同意画像、也同意营销；从客户版本直接看，不经过客户全体
{%- set without_consent = flag_setting('customer_profile_profiling_without_consent') %}

with

warned as (

    select customer_id from {{ ref('ads_customer_profile_warning') }}

),

consenting as (

    select customer_id from {{ ref('dwd_customer_history') }}
    where is_current and marketing_consent{{ '' if without_consent else ' and profiling_consent' }}

)

select
    warned.customer_id,
    count(*) as warning_count

from warned

left anti join consenting
    on warned.customer_id = consenting.customer_id

group by warned.customer_id
