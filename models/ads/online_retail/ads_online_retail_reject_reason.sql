-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = ODS 表 × 读不出的原因 × 有缺陷的列

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}

),

rejects as (

    {{ rejects_of_table(area_table('online_retail', 'ods_online_retail_line'), 'lines') }}

),

counted as (

    {{ reject_reasons('rejects') }}

),

reasons as (

    select
        *,
        {{ etl_load_time() }} as etl_load_time

    from counted

)

select * from reasons
