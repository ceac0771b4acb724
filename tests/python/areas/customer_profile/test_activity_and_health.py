"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The activity index and the service health of the built sample and of another world, customer by
customer, against the same computed in plain Python from the facts.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from profile_facts import Facts, divided, read_facts, rounded, within
from pyspark.sql import Row, SparkSession

from customer_value.areas.customer_profile.sample.stories import THEMES

WEIGHTS = {"login_days": "0.4", "page_seconds": "0.3", "contact_count": "0.3"}
ADJUSTED = {"login_days": "0.4", "page_seconds": "0.3", "adjusted_count": "0.3"}


@pytest.fixture(scope="module")
def facts(profile_schema: str, spark: SparkSession) -> Facts:
    return read_facts(spark, profile_schema)


def stored(spark: SparkSession, schema: str, table: str) -> dict[tuple[date, str], Row]:
    rows = spark.table(f"{schema}_dws.dws_customer_profile_{table}").collect()
    return {(row.as_of_date, row.customer_id): row for row in rows}


def inputs(facts: Facts, customer: str, day: date) -> dict[str, Decimal]:
    """What a customer did in the 30 days."""
    events = [row for row in facts.events.get(customer, []) if within(row.event_date, day, 30)]
    seconds = [
        min(row.page_duration, 1800)
        for row in events
        if row.event_type == "page_view" and row.page_duration is not None
    ]
    contacts = [
        row for row in facts.contacts.get(customer, []) if within(row.contact_date, day, 30)
    ]
    reviews = [row for row in facts.reviews.get(customer, []) if within(row.review_date, day, 30)]
    return {
        "login_days": Decimal(len({row.event_date for row in events if row.event_type == "login"})),
        "page_seconds": rounded(Decimal(sum(seconds)) / len(seconds), 2)
        if len(seconds) >= 3
        else Decimal(0),
        "contact_count": Decimal(len(contacts)),
        "adjusted_count": Decimal(
            sum(row.issue_category != "投诉" for row in contacts)
            + sum(row.event_type in ("favorite", "compare", "share") for row in events)
            + len(reviews)
        ),
    }


def cap(values: list[Decimal]) -> Decimal | None:
    """The smallest value with at least 95 % of the positive ones at or below it."""
    positive = sorted(value for value in values if value > 0)
    return next(
        (
            value
            for value in positive
            if sum(other <= value for other in positive) >= Decimal("0.95") * len(positive)
        ),
        None,
    )


def index(
    values: dict[str, Decimal], caps: dict[str, Decimal | None], weights: dict[str, str]
) -> Decimal:
    parts = (
        Fraction(weight) * min(Fraction(1), Fraction(values[name]) / Fraction(limit))
        for name, weight in weights.items()
        if (limit := caps[name]) is not None
    )
    # whole hundredths, a half rounded up
    return Decimal(int(10_000 * sum(parts, Fraction(0)) + Fraction(1, 2))) / 100


def test_activity_equals_brute_force(
    facts: Facts, profile_schema: str, spark: SparkSession
) -> None:
    done = {
        day: {customer: inputs(facts, customer, day) for customer in customers}
        for day, customers in facts.profiled.items()
    }
    caps = {
        day: {name: cap([row[name] for row in rows.values()]) for name in (*WEIGHTS, *ADJUSTED)}
        for day, rows in done.items()
    }
    first = caps[min(caps)]

    assert all(first[name] is not None for name in WEIGHTS)
    assert {
        key: (row.activity_index, row.activity_index_adjusted, row.activity_index_frozen)
        for key, row in stored(spark, profile_schema, "activity").items()
    } == {
        (day, customer): (
            index(values, caps[day], WEIGHTS),
            index(values, caps[day], ADJUSTED),
            index(values, first, WEIGHTS),
        )
        for day, rows in done.items()
        for customer, values in rows.items()
    }


def test_days_with_any_event_equal_brute_force(
    facts: Facts, profile_schema: str, spark: SparkSession
) -> None:
    assert {
        key: row.login_proxy_days
        for key, row in stored(spark, profile_schema, "activity_input").items()
    } == {
        (day, customer): len(
            {
                row.event_date
                for row in facts.events.get(customer, [])
                if within(row.event_date, day, 30)
            }
        )
        for day, customers in facts.profiled.items()
        for customer in customers
    }


def timeliness(facts: Facts, contact: Row, day: date) -> Decimal | None:
    end = datetime.combine(day + timedelta(days=1), time())
    minutes = contact.resolution_time
    target = facts.targets.get(contact.issue_category, facts.targets["其他"])
    if minutes is not None and contact.contact_time + timedelta(minutes=minutes) < end:
        return Decimal(1) if minutes == 0 else min(Decimal(1), divided(target, minutes))
    return Decimal(0) if contact.contact_time + timedelta(minutes=target) < end else None


def health(contacts: list[Row], judged: list[Decimal], complaint_rate: Decimal) -> Decimal | None:
    answers = [row.nps_score for row in contacts if row.nps_score is not None]
    if not answers or not judged:
        return None
    mean = divided(sum(judged), len(judged))
    return rounded((1 - complaint_rate) * mean * divided(sum(answers), 10 * len(answers)), 4)


def test_service_health_equals_brute_force(
    facts: Facts, profile_schema: str, spark: SparkSession
) -> None:
    expected = {}
    for day, customers in facts.profiled.items():
        seen = {
            customer: [
                row
                for row in facts.contacts.get(customer, [])
                if within(row.contact_date, day, 180)
            ]
            for customer in customers
        }
        every = [row for contacts in seen.values() for row in contacts]
        overall = divided(sum(row.issue_category == "投诉" for row in every), len(every))
        for customer, contacts in seen.items():
            if not contacts:
                expected[day, customer] = (0, None, None)
                continue
            judged = [
                score for row in contacts if (score := timeliness(facts, row, day)) is not None
            ]
            complaints = sum(row.issue_category == "投诉" for row in contacts)
            expected[day, customer] = (
                len(contacts),
                health(contacts, judged, divided(complaints, len(contacts))),
                health(contacts, judged, divided(complaints + 5 * overall, len(contacts) + 5)),
            )

    assert {
        key: (row.contact_count, row.service_health, row.service_health_shrunk)
        for key, row in stored(spark, profile_schema, "service_health").items()
    } == expected


@pytest.mark.parametrize("story", THEMES["contacts"], ids=lambda story: story.customer_id)
def test_health_is_what_the_story_expects(
    story: Any, profile_schema: str, spark: SparkSession
) -> None:
    rows = stored(spark, profile_schema, "service_health")
    row = rows[max(day for day, _ in rows), story.customer_id]

    for name, value in story.expected.items():
        assert row[name] == (None if value == "" else Decimal(value)), name
