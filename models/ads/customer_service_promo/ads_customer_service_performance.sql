-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位客服，最近 30 天；维表里没有的客服也在，姓名为空

with

periods as (

    {{ stat_periods() }}

),

agents as (

    select * from {{ ref('dwd_customer_service') }}

),

agent_days as (

    select * from {{ ref('dws_customer_service_promo_customer_service_daily') }}

),

agent_totals as (

    select
        agent_days.customer_service_id,
        sum(agent_days.send_count) as send_count,
        sum(agent_days.use_count) as use_count,
        sum(agent_days.promo_amount) as promo_amount

    from agent_days

    inner join periods
        on agent_days.dt between periods.start_date and periods.end_date

    where periods.stat_period = '30天'

    group by agent_days.customer_service_id

),

measured as (

    select
        coalesce(agents.customer_service_id, agent_totals.customer_service_id) as customer_service_id,
        agents.cs_name,
        agents.shop_id,
        coalesce(agent_totals.send_count, 0) as send_count,
        coalesce(agent_totals.use_count, 0) as use_count,
        agent_totals.promo_amount

    from agents

    full outer join agent_totals
        on agents.customer_service_id = agent_totals.customer_service_id

),

performance as (

    select
        customer_service_id,
        cs_name,
        shop_id,
        send_count,
        use_count,
        {{ use_rate('use_count', 'send_count') }} as use_rate,
        cast({{ rounded_ratio('promo_amount', 'send_count') }} as decimal(10, 2)) as avg_promo_amount,
        {{ etl_load_time() }} as etl_load_time

    from measured

)

select * from performance
