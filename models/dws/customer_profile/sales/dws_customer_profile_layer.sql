-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 层 × 值：订单等级与阶段按客户，地区、渠道、类目、日期按事实；每一层加起来都是全部
{%- set levels = ['order_level', 'lifecycle_stage'] %}
{%- set places = ['region', 'channel', 'category', 'sales_day'] %}

with

customer_totals as (

    select * from {{ ref('dws_customer_profile_customer_total') }}

),

sales as (

    select * from {{ ref('dws_customer_profile_sales') }}

),

layer_values as (

    {% for layer in levels -%}
    select
        '{{ layer }}' as layer,
        {{ layer }} as layer_value,
        order_count,
        if(order_count > 0, 1, 0) as customer_count,
        gross_amount,
        refund_amount

    from customer_totals

    union all

    -- 没有客户的订单没有等级
    select
        '{{ layer }}' as layer,
        region as layer_value,
        order_count,
        customer_count,
        gross_amount,
        refund_amount

    from sales

    where region = '无客户'

    union all

    {% endfor -%}
    {% for layer in places -%}
    select
        '{{ layer }}' as layer,
        {{ layer }} as layer_value,
        order_count,
        customer_count,
        gross_amount,
        refund_amount

    from sales
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

),

layers as (

    select
        layer,
        layer_value,
        {{ profile_sales_measures() }}

    from layer_values

    group by layer, layer_value

)

select * from layers
