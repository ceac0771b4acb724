-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 核销原始行索引的一个分区（到达日）：那天写入的文件与上次读到的是否相同
{%- set rules = rules_hash(
    ['stg_customer_service_promo_use', 'dwd_customer_service_promo_use_arrival'], [ods_rules()]
) %}
{%- set parts = {'files': order_free_hash('raw_file')} %}

with

planned as (

    {{ arrival_plan('customer_service_promo_use', rules, parts) }}

)

select * from planned
