-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 没有明细的订单：保留，金额记 0
{{ config(severity='warn') }}

with

orders as (

    select * from {{ ref('dwd_order') }}

)

select
    order_id,
    order_time,
    order_status

from orders

where line_count = 0
