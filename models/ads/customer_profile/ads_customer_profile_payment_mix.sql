-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 支付方式：到截止日为止的已支付订单；客户太少的方式并入 其他，订单与金额加起来是全部

with

paid_orders as (

    select
        is_paid,
        customer_id,
        coalesce(payment_method, '未知') as payment_method,
        gross_amount

    from {{ ref('dwd_order') }}

    where is_paid and pay_date <= {{ as_of_date() }}

),

methods as (

    select
        is_paid,
        payment_method,
        count(distinct customer_id) as customer_count

    from paid_orders

    group by is_paid, payment_method

),

named_methods as (

    select
        payment_method,
        {{ cell_or_other('payment_method', 'customer_count', ['is_paid'], overlaps=true) }} as shown_method

    from methods

),

-- 用过两种方式的客户在每种里各计一次：客户数不能相加
summed as (

    select
        named_methods.shown_method as payment_method,
        count(*) as order_count,
        count(distinct paid_orders.customer_id) as customer_count,
        cast(sum(paid_orders.gross_amount) as decimal(28, 2)) as gross_amount

    from paid_orders

    inner join named_methods
        on paid_orders.payment_method = named_methods.payment_method

    group by named_methods.shown_method

),

all_orders as (

    select count(*) as order_count from paid_orders

),

payment_mix as (

    select
        {{ as_of_date() }} as as_of_date,
        summed.payment_method,
        summed.order_count,
        cast({{ rounded_ratio('100 * summed.order_count', 'all_orders.order_count') }} as decimal(5, 2)) as order_share,
        summed.customer_count,
        summed.gross_amount,
        cast({{ rounded_ratio('summed.gross_amount', 'summed.order_count') }} as decimal(28, 2)) as mean_order_amount,
        {{ etl_load_time() }} as etl_load_time

    from summed

    cross join all_orders

)

select * from payment_mix
