-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一次核销（use_id）；一次发送可以有多次核销

with

uses as (

    {{ staged_versions('customer_service_promo', 'ods_customer_service_promo_use') }}

),

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}
    where {{ changed_lookup('send') }}

),

items as (

    select * from {{ ref('dwd_customer_service_promo_activity_item') }}

),

accepted as (

    select
        uses.use_id,
        uses.send_id,
        uses.order_id,
        sends.activity_id,
        sends.product_id,
        sends.sku_id,
        sends.customer_service_id,
        sends.consumer_id,
        sends.is_erased,
        sends.shop_id,
        sends.send_time,
        sends.expire_time,
        uses.pay_time,
        uses.pay_amount,
        uses.quantity,
        -- SKU 有自己的限购就用它，否则用商品的限购；两处都没有 = 不限购
        if(sku_items.activity_id is not null, sku_items.purchase_limit, product_items.purchase_limit) as purchase_limit

    from uses

    -- 找不到发送的核销进拒绝表，原因 unknown_send
    inner join sends
        on uses.send_id = sends.send_id

    left join items as sku_items
        on
            sends.activity_id = sku_items.activity_id
            and sends.product_id = sku_items.product_id
            and sends.sku_id = sku_items.sku_id

    left join items as product_items
        on
            sends.activity_id = product_items.activity_id
            and sends.product_id = product_items.product_id
            and product_items.sku_id is null

    where uses.reject_reason is null and uses.version_rank = 1

),

sequenced as (

    select
        *,
        row_number() over (
            partition by send_id
            order by pay_time, use_id
        ) as pay_sequence,
        sum(quantity) over (
            partition by send_id
            order by pay_time, use_id
            rows between unbounded preceding and current row
        ) as running_quantity

    from accepted

),

judged as (

    select /*+ rebalance(dt) */
        use_id,
        send_id,
        order_id,
        activity_id,
        product_id,
        sku_id,
        customer_service_id,
        consumer_id,
        shop_id,
        send_time,
        expire_time,
        pay_time,
        pay_amount,
        quantity,
        purchase_limit,
        pay_sequence,
        pay_time between send_time and expire_time
        and pay_amount > 0
        and coalesce(running_quantity <= purchase_limit, true) as is_valid_use,
        is_erased,
        to_date(pay_time) as dt

    from sequenced

    where {{ changed_days('to_date(pay_time)') }}

)

select * from judged
