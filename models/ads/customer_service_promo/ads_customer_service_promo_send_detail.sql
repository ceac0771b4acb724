-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日及以前的一次发送（send_id）；要求删除的客户没有编号，也没有等级

with

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}
    where dt <= {{ as_of_date() }}

),

first_uses as (

    select * from {{ ref('dwd_customer_service_promo_use') }}
    where pay_sequence = 1 and dt <= {{ as_of_date() }}

),

products as (

    select * from {{ ref('dwd_product') }}

),

agents as (

    select * from {{ ref('dwd_customer_service') }}

),

consumers as (

    select * from {{ ref('dws_customer_service_promo_consumer_rfm') }}
    where as_of_date = {{ as_of_date() }}

),

detail as (

    select
        sends.send_id,
        sends.activity_id,
        sends.product_id,
        products.product_name,
        sends.consumer_id,
        consumers.user_level,
        sends.customer_service_id,
        agents.cs_name,
        sends.send_time,
        case when first_uses.use_id is not null then '已核销' else '未核销' end as use_status,
        first_uses.pay_time as use_time,
        {{ etl_load_time() }} as etl_load_time

    from sends

    left join first_uses
        on sends.send_id = first_uses.send_id

    left join products
        on sends.product_id = products.product_id

    left join agents
        on sends.customer_service_id = agents.customer_service_id

    left join consumers
        on sends.consumer_id = consumers.consumer_id

)

select * from detail
