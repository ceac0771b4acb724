-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 窗口内支付的一笔订单：之前若干天的会话，各用了什么终端

with

sessions as (

    select * from {{ ref('dws_customer_profile_session') }}

),

orders as (

    select * from {{ ref('dwd_order') }}
    where is_paid and {{ is_within_days('pay_date', as_of_date(), journey_setting('window_days')) }}

),

visits as (

    select
        customer_id,
        session_id,
        started_at,
        -- 与路径的起止同名的终端改个名字，不然分不清
        case
            when terminal in ('开始', '结束', '下单', '更多', '其他') then concat(terminal, '渠道')
            else coalesce(terminal, '未知渠道')
        end as touch_name

    from sessions

    where customer_id is not null and not is_bot

),

-- 下单的那个会话在下单之前开始，也在内
order_paths as (

    select
        orders.order_id,
        orders.customer_id,
        orders.is_erased,
        array_join(
            sort_array(
                collect_list(
                    case
                        when visits.touch_name is not null
                            then struct(visits.started_at, visits.session_id, visits.touch_name)
                    end
                )
            ).touch_name,
            ' > '
        ) as touch_path

    from orders

    left join visits
        on
            orders.customer_id = visits.customer_id
            and orders.order_time >= visits.started_at
            and orders.order_time - make_dt_interval({{ journey_setting('order_days') }}) < visits.started_at

    group by orders.order_id, orders.customer_id, orders.is_erased

)

select * from order_paths
