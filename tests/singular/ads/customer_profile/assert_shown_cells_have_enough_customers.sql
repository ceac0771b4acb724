-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 页面上没有一格的客户少于设定的人数；全体都不到这么多时除外
with

cells as (

    select
        'value_cell' as shown_in,
        concat_ws(' · ', attribute, attribute_value, detail, detail_value) as cell,
        customer_count

    from {{ ref('ads_customer_profile_value_cell') }}

    union all

    select
        'value_map' as shown_in,
        concat_ws(' · ', greater_region, province) as cell,
        customer_count

    from {{ ref('ads_customer_profile_value_map') }}

    where customer_count > 0

    union all

    select
        'payment_mix' as shown_in,
        payment_method as cell,
        customer_count

    from {{ ref('ads_customer_profile_payment_mix') }}

),

everybody as (

    select
        count(*) as customer_count,
        count_if(order_count > 0) as buyer_count

    from {{ ref('dws_customer_profile_customer_total') }}

)

select
    cells.shown_in,
    cells.cell,
    cells.customer_count

from cells

cross join everybody

where
    cells.customer_count < {{ var('customer_profile_min_cell_customers') }}
    and if(cells.shown_in = 'payment_mix', everybody.buyer_count, everybody.customer_count)
    >= {{ var('customer_profile_min_cell_customers') }}
