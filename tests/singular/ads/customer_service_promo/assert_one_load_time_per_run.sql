-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每张 ADS 表只有一个加载时间：一次运行一个值
{%- set tables = [
    'ads_customer_service_promo_overview',
    'ads_customer_service_promo_activity_effect',
    'ads_customer_service_performance',
    'ads_customer_service_promo_send_detail',
    'ads_customer_service_promo_reconciliation',
    'ads_customer_service_promo_level_migration',
    'ads_customer_service_promo_level_profile',
] %}

with

load_times as (
    {% for table in tables %}
    select
        '{{ table }}' as report_name,
        etl_load_time

    from {{ ref(table) }}
    {% if not loop.last %}
    union
    {% endif -%}
    {% endfor %}
),

counted as (

    select
        report_name,
        count(*) as load_time_count

    from load_times

    group by report_name

)

select * from counted
where load_time_count != 1
