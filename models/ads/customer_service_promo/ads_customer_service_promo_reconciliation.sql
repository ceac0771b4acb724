-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 统计周期 × 指标：不分层、分层之和、没有等级的已删除客户、差（应为 0）
{%- set measures = ['send_count', 'use_count', 'valid_use_count', 'promo_amount', 'pay_amount'] %}

with

overall as (

    select * from {{ ref('dws_customer_service_promo_period_overall') }}

),

levels as (

    select * from {{ ref('dws_customer_service_promo_period_level') }}

),

layered as (

    select
        stat_period,
        {{ promo_measures() }}

    from levels

    group by stat_period

),

compared as (
    {% for measure in measures %}
    select
        overall.stat_period,
        '{{ measure }}' as measure,
        cast(overall.{{ measure }} as decimal(28, 2)) as unlayered_total,
        cast(layered.{{ measure }} as decimal(28, 2)) as layered_total,
        cast(overall.erased_{{ measure }} as decimal(28, 2)) as erased_total

    from overall

    inner join layered
        on overall.stat_period = layered.stat_period
    {% if not loop.last %}
    union all
    {% endif -%}
    {% endfor %}
),

reconciliation as (

    select
        stat_period,
        measure,
        unlayered_total,
        layered_total,
        erased_total,
        cast(layered_total + erased_total - unlayered_total as decimal(28, 2)) as difference,
        {{ etl_load_time() }} as etl_load_time

    from compared

)

select * from reconciliation
