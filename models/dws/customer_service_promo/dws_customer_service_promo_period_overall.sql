-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 统计周期；不分层路径：直接数 DWD 的发送和核销，不经过客户汇总和等级；其中没有等级的（已删除的客户）另列

with

periods as (

    {{ stat_periods() }}

),

sends as (

    select * from {{ ref('dwd_customer_service_promo_send') }}

),

uses as (

    select * from {{ ref('dwd_customer_service_promo_use') }}

),

period_sends as (

    select
        periods.stat_period,
        count(sends.send_id) as send_count,
        cast(coalesce(sum(sends.promo_amount), 0) as decimal(28, 2)) as promo_amount,
        count(case when sends.is_erased then sends.send_id end) as erased_send_count,
        cast(
            coalesce(sum(case when sends.is_erased then sends.promo_amount end), 0) as decimal(28, 2)
        ) as erased_promo_amount

    from periods

    left join sends
        on sends.dt between periods.start_date and periods.end_date

    group by periods.stat_period

),

period_uses as (

    select
        periods.stat_period,
        count(uses.use_id) as use_count,
        count(case when uses.is_valid_use then uses.use_id end) as valid_use_count,
        cast(coalesce(sum(uses.pay_amount), 0) as decimal(28, 2)) as pay_amount,
        count(case when uses.is_erased then uses.use_id end) as erased_use_count,
        count(case when uses.is_erased and uses.is_valid_use then uses.use_id end) as erased_valid_use_count,
        cast(
            coalesce(sum(case when uses.is_erased then uses.pay_amount end), 0) as decimal(28, 2)
        ) as erased_pay_amount

    from periods

    left join uses
        on uses.dt between periods.start_date and periods.end_date

    group by periods.stat_period

),

overall as (

    select
        period_sends.stat_period,
        period_sends.send_count,
        period_uses.use_count,
        period_uses.valid_use_count,
        period_sends.promo_amount,
        period_uses.pay_amount,
        period_sends.erased_send_count,
        period_uses.erased_use_count,
        period_uses.erased_valid_use_count,
        period_sends.erased_promo_amount,
        period_uses.erased_pay_amount

    from period_sends

    inner join period_uses
        on period_sends.stat_period = period_uses.stat_period

)

select * from overall
