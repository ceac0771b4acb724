-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 设计文档的字段至少八成算覆盖；样例是错误，别的数据缺什么是数据的事，只警告
{{ config(severity='error' if var('customer_profile_ods') == 'seeds' else 'warn') }}
{%- set min_coverage = share_setting('customer_profile_min_field_coverage') %}

with

coverage as (

    select * from {{ ref('ads_customer_profile_coverage') }}

),

overall as (

    select
        count(*) as field_count,
        count_if(is_covered) as covered_count

    from coverage

)

-- 没有覆盖的字段，连同总数
select
    coverage.document_table,
    coverage.document_column,
    coverage.coverage_share,
    coverage.is_tested,
    overall.covered_count,
    overall.field_count

from coverage

cross join overall

where
    not coverage.is_covered
    and overall.covered_count < {{ min_coverage }} * overall.field_count
