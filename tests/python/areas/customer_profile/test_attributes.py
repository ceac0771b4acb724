"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The attributes of the built sample, customer by customer, against a count in plain Python; and the
defects of the records against a count over the seeds.
"""

from collections import defaultdict
from datetime import date
from typing import Any

import pytest
from independent_attributes import (
    channel_evidence,
    preferred_channel,
    price_sensitivities,
    sessions_of,
    social_impacts,
    tech_adoption,
    value_segments,
    within,
)
from independent_profile_count import broken_records
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome

AS_OF = date(2024, 6, 30)
DATES = [date(2024, 5, 31), AS_OF]


class Built:
    """Rows of the built sample as dicts, each table read once."""

    def __init__(self, spark: SparkSession) -> None:
        self._spark = spark
        self._rows: dict[str, list[dict[str, Any]]] = {}

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table that is named with its layer: `dwd.dwd_order`."""
        if table not in self._rows:
            found = self._spark.table(f"sample_{table}").collect()
            self._rows[table] = [row.asDict() for row in found]
        return self._rows[table]

    def dated(self, name: str, on: date) -> dict[str, dict[str, Any]]:
        """The rows of a dated table of the profile on a date, by customer."""
        rows = self.rows(f"dws.dws_customer_profile_{name}")
        return {row["customer_id"]: row for row in rows if row["as_of_date"] == on}

    def profiled(self, on: date) -> dict[str, dict[str, Any]]:
        """The population of a date that consents to profiling."""
        return {
            customer: row
            for customer, row in self.dated("population", on).items()
            if row["is_profiled"]
        }


@pytest.fixture(scope="module")
def built(spark: SparkSession, sample: Outcome) -> Built:
    return Built(spark)


@pytest.mark.parametrize("on", DATES)
def test_value_segments_equal_a_count_in_plain_python(built: Built, on: date) -> None:
    bought = {name: row["net_amount"] for name, row in built.dated("order_metrics", on).items()}
    found = {name: row["ltv_segment"] for name, row in built.dated("value_segment", on).items()}

    # so many story customers bought the same for the same price that the lowest fifths are one
    assert set(found.values()) >= {"钻石", "黄金", "白银", "普通"}
    assert found == value_segments(bought)


@pytest.mark.parametrize("on", DATES)
def test_preferred_channels_equal_a_count_in_plain_python(built: Built, on: date) -> None:
    words = {
        (row["word_kind"], row["word"]): row["contact_channel"]
        for row in built.rows("reference.customer_profile_contact_channel")
    }
    pieces = defaultdict(list)
    for customer, channel, day in channel_evidence(
        words,
        {row["channel_id"]: row["terminal"] for row in built.rows("dwd.dwd_channel")},
        built.rows("dwd.dwd_service_fact"),
        built.rows("dwd.dwd_behavior_fact"),
        built.rows("dwd.dwd_order"),
    ):
        if within(day, on, 180):
            pieces[customer].append((channel, day))

    found = {
        customer: (row["preferred_channel"], row["channel_source"], row["evidence_count"])
        for customer, row in built.dated("channel_preference", on).items()
    }

    assert {source for _, source, _ in found.values()} == {"derived", "declared", None}
    assert found == {
        customer: (
            *preferred_channel(pieces[customer], words.get(("declared", row["declared_channel"]))),
            len(pieces[customer]),
        )
        for customer, row in built.profiled(on).items()
    }


@pytest.mark.parametrize("on", DATES)
def test_tech_adoption_equals_a_count_in_plain_python(built: Built, on: date) -> None:
    is_tech = {
        row["channel_id"]: row["terminal"] in ("app", "小程序") or bool(row["is_self_service"])
        for row in built.rows("dwd.dwd_channel")
        if row["terminal"] is not None or row["is_self_service"] is not None
    }
    listed = {
        row["product_id"]: row["list_time"].date()
        for row in built.rows("dwd.dwd_product")
        if row["list_time"]
    }
    events = built.rows("dwd.dwd_behavior_fact")
    sessions, orders, lines = defaultdict(list), defaultdict(list), defaultdict(list)
    window = [row for row in events if within(row["event_date"], on, 365)]
    for (customer, _), session in sessions_of(window).items():
        sessions[customer].append(session)
    for row in built.rows("dwd.dwd_order"):
        if row["is_paid"] and within(row["pay_date"], on, 365):
            orders[row["customer_id"]].append(row)
    for row in built.rows("dwd.dwd_transaction_fact"):
        if within(row["transaction_date"], on, 365):
            lines[row["customer_id"]].append(row)
    has_searches = any(
        row["event_type"] in ("search", "compare") and row["event_date"] <= on for row in events
    )

    found = {name: row["tech_adoption"] for name, row in built.dated("tech_adoption", on).items()}

    assert len({score for score in found.values() if score is not None}) > 10
    assert found == {
        customer: tech_adoption(
            sessions[customer], orders[customer], lines[customer], is_tech, listed, has_searches
        )
        for customer in built.profiled(on)
    }


@pytest.mark.parametrize("on", DATES)
def test_price_sensitivity_equals_a_count_in_plain_python(built: Built, on: date) -> None:
    category = {
        row["product_id"]: row["category_id"]
        for row in built.rows("dwd.dwd_product")
        if row["category_id"]
    }
    words = price_sensitivities(built.rows("dwd.dwd_transaction_fact"), category, on)

    rows = built.dated("price_sensitivity", on)
    found = {customer: row["price_sensitivity"] for customer, row in rows.items()}

    assert set(found.values()) == {"高", "中", "低", None}
    assert found == {customer: words.get(customer) for customer in built.profiled(on)}


@pytest.mark.parametrize("on", DATES)
def test_social_impact_equals_a_count_in_plain_python(built: Built, on: date) -> None:
    followers = {name: row["follower_count"] for name, row in built.profiled(on).items()}
    scores = social_impacts(followers, built.rows("dwd.dwd_customer_relation"), on)

    found = {name: row["social_impact"] for name, row in built.dated("social_impact", on).items()}

    assert min(found.values()) == 0 and max(found.values()) > 50
    assert found == scores


def test_defects_equal_a_count_over_the_seeds(built: Built) -> None:
    population = built.dated("population", AS_OF)
    expected = {
        (customer, rule)
        for customer, rule in broken_records(REPOSITORY / "seeds", AS_OF)
        if customer in population
    }
    # who is only named by facts, and whose channel nobody knows
    expected |= {
        (customer, "customer_unknown")
        for customer, row in population.items()
        if not row["is_known"]
    }
    expected |= {
        (row["customer_id"], "channel_unidentified")
        for row in built.rows("ads.ads_customer_dim")
        if row["preferred_channel"] is None
    }

    quality = built.rows("ads.ads_customer_profile_quality")
    found = {(row["customer_id"], row["rule_code"]) for row in quality if row["rule_code"]}
    complete = {row["customer_id"] for row in quality if row["data_quality_status"] == "数据完整"}

    assert {rule for _, rule in expected} >= {
        *("industry_missing", "company_size_missing", "person_with_company_fields"),
        *("region_missing", "region_unknown", "register_time_missing"),
        *("ordered_before_registration", "customer_unknown", "channel_unidentified"),
    }
    assert found == expected
    assert complete == set(population) - {customer for customer, _ in expected}
