-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 客户 × 成立的预警规则；只有同意画像也同意营销的客户

with

dates as (

    {{ dates_to_build() }}

),

population as (

    select * from {{ ref('dws_customer_profile_population') }}
    where is_profiled and is_marketable

),

rules as (

    select * from {{ ref('customer_profile_warning_rule') }}

),

rule_dates as (

    select
        rules.*,
        dates.as_of_date

    from rules

    cross join dates

),

paid_lines as (

    select * from {{ ref('dwd_transaction_fact') }}
    where customer_id is not null

),

-- 未支付订单的明细没有买成，也就没有退
refunds as (

    select refunds.*

    from {{ ref('dwd_refund') }} as refunds

    left semi join paid_lines
        on refunds.order_item_id = paid_lines.source_transaction_id

),

signals as (

    {{ contact_signals(ref('dwd_service_fact'), ref('customer_profile_resolution_target'), 'rule_dates') }}

    union all

    {{ return_signals('paid_lines', 'refunds', 'rule_dates') }}

    union all

    {{ category_signals('paid_lines', ref('dwd_product'), 'rule_dates') }}

    union all

    {{ cart_signals(ref('dwd_behavior_fact'), ref('dwd_order_item'), 'rule_dates') }}

    union all

    {{ order_signals(
        ref('dws_customer_profile_order_metrics'),
        ref('dws_customer_profile_order_rfm'),
        ref('dws_customer_profile_lifecycle'),
        'rule_dates'
    ) }}

    union all

    ({{ change_signals(
        ref('dws_customer_profile_order_rfm'),
        ref('dws_customer_profile_activity'),
        ref('dws_customer_profile_date'),
        'rule_dates'
    ) }})

),

warnings as (

    select
        signals.customer_id,
        signals.rule_code,
        rule_dates.rule_name,
        rule_dates.severity,
        cast(signals.base_value as decimal(12, 2)) as base_value,
        cast(signals.signal_value as decimal(12, 4)) as signal_value,
        signals.as_of_date

    from signals

    inner join rule_dates
        on
            signals.rule_code = rule_dates.rule_code
            and signals.as_of_date = rule_dates.as_of_date

    left semi join population
        on
            signals.customer_id = population.customer_id
            and signals.as_of_date = population.as_of_date

    where
        signals.base_value >= rule_dates.minimum_base
        and case rule_dates.comparison
            when '>=' then signals.signal_value >= rule_dates.threshold
            when '<=' then signals.signal_value <= rule_dates.threshold
        end

)

select * from warnings
