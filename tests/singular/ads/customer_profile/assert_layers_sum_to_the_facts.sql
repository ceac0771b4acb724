-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每一层的和 = 第三条路：金额从交易明细、退款从退款明细、订单与客户从订单直接数；少了的层也算差错

with

expected as (

    select
        (
            select count(*) from {{ ref('dwd_order') }}
            where is_paid and pay_date <= {{ as_of_date() }}
        ) as order_count,
        (
            select count(distinct customer_id) from {{ ref('dwd_order') }}
            where is_paid and pay_date <= {{ as_of_date() }}
        ) as customer_count,
        (
            select coalesce(sum(amount), 0) from {{ ref('dwd_transaction_fact') }}
            where transaction_date <= {{ as_of_date() }}
        ) as gross_amount,
        (
            select coalesce(sum(refunds.refund_amount), 0)
            from {{ ref('dwd_refund') }} as refunds
            inner join {{ ref('dwd_order') }} as orders
                on refunds.order_id = orders.order_id
            where orders.is_paid and refunds.refund_date <= {{ as_of_date() }}
        ) as refund_amount

),

-- 一层没有一行也要看得见
listed as (

    select explode(array(
        'order_level', 'lifecycle_stage', 'region', 'channel', 'category', 'sales_day'
    )) as layer

),

layers as (

    select
        listed.layer,
        coalesce(sum(layer_values.order_count), 0) as order_count,
        coalesce(sum(layer_values.customer_count), 0) as customer_count,
        coalesce(sum(layer_values.gross_amount), 0) as gross_amount,
        coalesce(sum(layer_values.refund_amount), 0) as refund_amount,
        coalesce(sum(layer_values.net_amount), 0) as net_amount

    from listed

    left join {{ ref('dws_customer_profile_layer') }} as layer_values
        on listed.layer = layer_values.layer

    group by listed.layer

)

select
    layers.*,
    expected.order_count as expected_order_count,
    expected.customer_count as expected_customer_count,
    expected.gross_amount as expected_gross_amount,
    expected.refund_amount as expected_refund_amount

from layers

cross join expected

where
    layers.order_count != expected.order_count
    or layers.customer_count != expected.customer_count
    or layers.gross_amount != expected.gross_amount
    or layers.refund_amount != expected.refund_amount
    or layers.net_amount != expected.gross_amount - expected.refund_amount
