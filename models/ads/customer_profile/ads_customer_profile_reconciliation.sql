-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 层 × 指标：不分层、分层之和、两者之差（应为 0）
{%- set measures = ['order_count', 'gross_amount', 'refund_amount', 'net_amount', 'customer_count'] %}

with

overall as (

    select * from {{ ref('dws_customer_profile_total') }}

),

layers as (

    select * from {{ ref('dws_customer_profile_layer') }}

),

layered as (

    select
        layer,
        {{ profile_sales_measures() }}

    from layers

    group by layer

),

compared as (
    {% for measure in measures %}
    select
        overall.as_of_date,
        layered.layer,
        '{{ measure }}' as measure,
        cast(overall.{{ measure }} as decimal(28, 2)) as unlayered_total,
        cast(layered.{{ measure }} as decimal(28, 2)) as layered_total

    from layered

    cross join overall
    {% if not loop.last %}
    union all
    {% endif -%}
    {% endfor %}
),

reconciliation as (

    select
        as_of_date,
        layer,
        measure,
        unlayered_total,
        layered_total,
        cast(layered_total - unlayered_total as decimal(28, 2)) as difference,
        {{ etl_load_time() }} as etl_load_time

    from compared

)

select * from reconciliation
