-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 设计文档 6.2 的两条规则照原样查 ads_customer_dim，得到的客户相同；数据完整的客户没有任何别的行

with

quality as (

    select * from {{ ref('ads_customer_profile_quality') }}

),

document_query as (

    select
        customer_id,
        '企业客户行业缺失' as data_quality_status

    from {{ ref('ads_customer_dim') }}

    where industry is null and customer_type = '企业'

    union all

    select
        customer_id,
        '渠道偏好未识别' as data_quality_status

    from {{ ref('ads_customer_dim') }}

    where preferred_channel is null

),

named as (

    select * from quality
    where data_quality_status in ('企业客户行业缺失', '渠道偏好未识别')

),

contradicted as (

    select customer_id from quality
    group by customer_id
    having count_if(data_quality_status = '数据完整') > 0 and count(*) > 1

)

select
    coalesce(named.customer_id, document_query.customer_id) as customer_id,
    named.data_quality_status as stored_status,
    document_query.data_quality_status

from named

full outer join document_query
    on
        named.customer_id = document_query.customer_id
        and named.data_quality_status = document_query.data_quality_status

where named.customer_id is null or document_query.customer_id is null

union all

select
    customer_id,
    '数据完整' as stored_status,
    null as data_quality_status

from contradicted
