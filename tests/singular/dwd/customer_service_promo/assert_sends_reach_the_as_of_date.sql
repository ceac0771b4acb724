-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 截止日之前的 RFM 窗口里至少有一次发送；否则不是数据断了，就是 as_of_date 写错了。一次发送也没有时由 mostly_accepted 说

with

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}

),

reached as (

    select
        count(*) as send_count,
        count(case when {{ in_rfm_window('dt') }} then 1 end) as recent_count,
        min(dt) as first_day,
        max(dt) as last_day

    from sends

),

judged as (

    select
        *,
        case
            when send_count > 0 and recent_count = 0
                then concat(
                    'nothing is left to analyse: none of the ', send_count, ' sends is of the {{ rfm_window_days() }} '
                    'days up to the as-of date ', {{ as_of_date() }}, ', they are of ', first_day, ' to ', last_day,
                    '; set AS_OF_DATE (or the var as_of_date) to the last day that shall count, '
                    'or load the missing days'
                )
        end as problem

    from reached

)

select * from judged
where {{ raises('problem') }}
