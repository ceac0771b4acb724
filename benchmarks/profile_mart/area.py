"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The customer profile, by its number of behaviour events.
"""

from __future__ import annotations

from benchmarks.duckdb_sql import scored_by_rank
from benchmarks.mart.area import Area
from benchmarks.mart.settings import FOR_LARGE, LARGE, RUNS_OWN_COLUMNS
from benchmarks.profile_mart.ods_files import AS_OF_DATE, DAY_BEFORE, write_ods
from benchmarks.warehouse import SCHEMA, area_models

_ORDER_SCORES = scored_by_rank(
    f"{SCHEMA}_dws.dws_customer_profile_order_rfm_metrics", each="as_of_date"
)
_VALUE_SCORES = scored_by_rank(
    f"""(
        select customer_id, 0 as recency_days, 0 as frequency, net_amount as monetary, as_of_date
        from {SCHEMA}_dws.dws_customer_profile_order_metrics
    )""",
    each="as_of_date",
)
# DuckDB has not the hash that these are made of
_DERIVED_SESSION = (
    "if({0} like 'derived-%', 'derived', {0})",
    "of a session that was derived only that it is",
)
_HASHED_ID = ("greatest({}, -1)", "of an id that is no number only that it is none")
# A warehouse of the day before looks back to another first date than one of the as-of date.
_READ_OTHER_DATES = (
    "ads_customer_profile_card",
    "ads_customer_profile_list",
    "ads_customer_profile_migration",
    "ads_customer_profile_overview",
    "ads_customer_profile_restatement",
    "ads_customer_profile_warning",
    "ads_customer_profile_warning_summary",
    "dws_customer_profile_activity",
    "dws_customer_profile_level",
    "dws_customer_profile_remark",
    "dws_customer_profile_restatement_due",
    "dws_customer_profile_warning",
)


def profile_models(*layers: str) -> list[str]:
    """The profile's models, and those of the promotion area that they read."""
    return [f"+{path}" for path in area_models(*layers, area="customer_profile")]


PROFILE = Area(
    name="profile_mart",
    title="the customer profile",
    unit="events",
    models=profile_models,
    write_ods=write_ods,
    as_of_date=AS_OF_DATE,
    day_before=DAY_BEFORE,
    settings={
        "customer_profile_ods": "source",
        "customer_service_promo_ods": "source",
        "shared_ods": "source",
        "online_retail_ods": "seeds",
        # ten million events in two years are 14,000 a day, which is a file of less than a megabyte
        "customer_profile_partition_grain": "month",
    },
    large=LARGE,
    for_large=FOR_LARGE,
    by_definition={
        "dws_customer_service_promo_consumer_rfm": scored_by_rank(
            f"{SCHEMA}_dws.dws_customer_service_promo_consumer_metrics"
        ),
        "dws_customer_profile_order_rfm": f"""
            select * rename (
                rfm_total as order_rfm_total,
                rfm_code as order_rfm_code,
                user_level as order_rfm_level
            )
            from ({_ORDER_SCORES})""",
        "dws_customer_profile_value_segment": f"""
            select customer_id, monetary as value_amount, m_score as value_score,
                ['普通', '青铜', '白银', '黄金', '钻石'][m_score] as ltv_segment, as_of_date
            from ({_VALUE_SCORES})""",
    },
    columns_not_compared=RUNS_OWN_COLUMNS,
    columns_compared_as={
        "session_id": _DERIVED_SESSION,
        "source_id": _DERIVED_SESSION,
        "service_id": _HASHED_ID,
        "transaction_id": _HASHED_ID,
        "timeliness": (
            "round({}, 6)",
            "six digits: Spark divides decimals, and keeps eleven; DuckDB divides floats",
        ),
    },
    after_night={
        name: "it reads earlier dates, and the warehouse has others than DuckDB was told of"
        for name in _READ_OTHER_DATES
    },
    not_compared={
        name: "fingerprints of a customer's facts, by a hash that DuckDB has not"
        for name in ("dws_customer_profile_input_daily", "dws_customer_profile_input")
    },
)
