-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 本次要打分的截止日 × 客户：订单的 R、F、M；F、M 只看窗口内，M 不低于 0

with

dates as (

    {{ dates_to_build(stored=this.incorporate(path={'identifier': 'dws_customer_profile_order_rfm'})) }}

),

order_metrics as (

    select * from {{ ref('dws_customer_profile_order_metrics') }}

),

order_rfm_metrics as (

    select
        order_metrics.customer_id,
        order_metrics.recency_days,
        order_metrics.window_order_count as frequency,
        greatest(order_metrics.window_net_amount, 0) as monetary,
        order_metrics.as_of_date

    from order_metrics

    left semi join dates
        on order_metrics.as_of_date = dates.as_of_date

)

select * from order_rfm_metrics
