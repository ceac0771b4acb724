"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Faults of the customer profile's events, warnings and indexes.
"""

from __future__ import annotations

from planted_fault import Fault

PROFILE = "customer_profile"
INDEX_FAULTS = (
    Fault(
        "an anonymous session attributed",
        f"models/dwd/{PROFILE}/dwd_behavior_fact.sql",
        "case when erasures.customer_id is null then accepted.customer_id end as customer_id",
        "case when erasures.customer_id is null then max(accepted.customer_id)"
        " over (partition by sessions.session_id) end as customer_id",
        "",
        "event_is_kept_whoever_it_is_of",
    ),
    Fault(
        "a day shifted by the zone",
        f"models/dwd/{PROFILE}/dwd_behavior_fact.sql",
        "to_date(accepted.event_timestamp) as event_date",
        "to_date(to_utc_timestamp(accepted.event_timestamp, 'Asia/Shanghai')) as event_date",
        "",
        "event_is_kept_whoever_it_is_of",
    ),
    Fault(
        "an event of nobody known dropped",
        f"macros/{PROFILE}/facts/customer_joins.sql",
        "left join customer_versions as first_versions",
        "inner join customer_versions as first_versions",
        "",
        "event_is_kept_whoever_it_is_of",
    ),
    Fault(
        "a percentage taken for a share",
        f"macros/{PROFILE}/{PROFILE}_tables.sql",
        "decimal(3,2) optional max:1",
        "decimal(5,2) optional",
        "",
        "event_defects_are_marked_with_their_first_reason",
    ),
    Fault(
        "a refund dated by its order",
        f"models/dws/{PROFILE}/orders/dws_{PROFILE}_order_daily.sql",
        "select * from {{ ref('dwd_refund') }}",
        "select refunds.* except (refund_date), paid_orders.pay_date as refund_date"
        " from {{ ref('dwd_refund') }} as refunds"
        " inner join paid_orders on refunds.order_id = paid_orders.order_id",
        "",
        "orders_count_on_their_pay_date_and_refunds_on_their_own",
    ),
    Fault(
        "a refund of what was never paid",
        f"models/dws/{PROFILE}/orders/dws_{PROFILE}_order_daily.sql",
        "left semi join paid_orders",
        "left semi join (select * from {{ ref('dwd_order') }}) as paid_orders",
        "",
        "orders_count_on_their_pay_date_and_refunds_on_their_own",
    ),
    Fault(
        "a future row counted",
        f"models/dws/{PROFILE}/orders/dws_{PROFILE}_order_metrics.sql",
        "on customer_days.dt <= dates.as_of_date",
        "on customer_days.dt is not null",
        "",
        "order_metrics_at_the_edges_of_their_dates_and_windows",
    ),
    Fault(
        "a window of one day more",
        f"macros/{PROFILE}/dates/is_within_days.sql",
        "{{ day_count }} - 1)",
        "{{ day_count }})",
        "",
        "activity_counts_what_the_customer_did_in_30_days",
    ),
    Fault(
        "silence taken for consent",
        f"models/dws/{PROFILE}/dws_{PROFILE}_population.sql",
        "coalesce(registered.profiling_consent, false)",
        "coalesce(registered.profiling_consent, true)",
        "",
        "a_population_knows_its_date_and_nothing_after_it",
    ),
    Fault(
        "a customer without consent indexed",
        f"models/dws/{PROFILE}/activity/dws_{PROFILE}_activity_input.sql",
        "where is_profiled",
        "where true",
        "",
        "activity_counts_what_the_customer_did_in_30_days",
    ),
    Fault(
        "a bot in an index",
        f"models/dws/{PROFILE}/activity/dws_{PROFILE}_activity_input.sql",
        "customer_id is not null and not is_bot",
        "customer_id is not null",
        "",
        "activity_counts_what_the_customer_did_in_30_days",
    ),
    Fault(
        "auto messages counted",
        f"macros/{PROFILE}/service/is_human_contact.sql",
        "!= 'auto_message', true)",
        "!= 'auto_message' or true, true)",
        "",
        "activity_counts_what_the_customer_did_in_30_days",
    ),
    Fault(
        "a cap over zeros",
        f"models/dws/{PROFILE}/activity/dws_{PROFILE}_activity_cap.sql",
        "where input_value > 0",
        "where input_value >= 0",
        "",
        "cap_is_the_smallest_value_with_95_percent_of_the_positive_ones_below_or_at_it",
    ),
    Fault(
        "an index that is frozen at the latest caps",
        f"models/dws/{PROFILE}/activity/dws_{PROFILE}_activity.sql",
        "min_by(",
        "max_by(",
        "",
        "activity_index_weighs_inputs_that_are_scaled_by_their_caps",
    ),
    Fault(
        "a fan-out by category",
        f"models/dws/{PROFILE}/penetration/dws_{PROFILE}_penetration.sql",
        "count(distinct kept_categories.category_id)",
        "count(kept_categories.category_id)",
        "",
        "penetration_counts_kept_categories_on_sale",
    ),
    Fault(
        "a stage gap",
        f"macros/{PROFILE}/orders/lifecycle_stage.sql",
        "else 'mature'",
        "when {{ purchase_days }} > {{ mature }} then 'mature'",
        "",
        "assert_lifecycle_stage_boundaries",
    ),
    Fault(
        "a solution before it was known",
        f"macros/{PROFILE}/service/contact_is_solved.sql",
        "coalesce({{ contacts }}.resolution_time <= ",
        "coalesce({{ contacts }}.resolution_time <= 99999 + ",
        "",
        "timeliness_is_what_was_known_when_the_day_ended",
    ),
    Fault(
        "a contact without an answer taken for a bad one",
        f"models/dws/{PROFILE}/service/dws_{PROFILE}_service_health.sql",
        "nullif(10 * customer_inputs.answer_count, 0)",
        "greatest(10 * customer_inputs.answer_count, 1)",
        "",
        "service_health_multiplies_its_factors_and_is_null_without_one",
    ),
    Fault(
        "a dropped level compared with the wrong date",
        f"macros/{PROFILE}/warnings/change_signals.sql",
        "max(profile_dates.as_of_date) as earlier_date",
        "min(profile_dates.as_of_date) as earlier_date",
        "",
        "warnings_compare_with_the_last_date_that_is_far_enough",
    ),
    Fault(
        "a warning about who refused to be contacted",
        f"models/dws/{PROFILE}/dws_{PROFILE}_warning.sql",
        "where is_profiled and is_marketable",
        "where is_profiled",
        "",
        "warnings_compare_with_the_last_date_that_is_far_enough",
    ),
)
