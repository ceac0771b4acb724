"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The health warnings of the built sample and of another world: those that the stories expect, and for
every customer those that plain Python finds in the facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from kept import SAMPLE
from profile_facts import Facts, read_facts, within
from pyspark.sql import Row, SparkSession

from customer_value.areas.customer_profile.sample.stories import THEMES

BANDS = ["流失用户", "一般用户", "潜力用户", "高价值用户"]
# whether 40 days are long after gaps of 4 depends on the gaps of all others
BY_ALL_OTHERS = {"C80000902": {"sleeping_high_value"}}
STORIES = [
    story for stories in THEMES.values() for story in stories if "warnings" in story.expected
]


@pytest.fixture(scope="module")
def fired(profile_schema: str, spark: SparkSession) -> dict[tuple[date, str], set[str]]:
    found: dict[tuple[date, str], set[str]] = defaultdict(set)
    for row in spark.table(f"{profile_schema}_dws.dws_customer_profile_warning").collect():
        found[row.as_of_date, row.customer_id].add(row.rule_code)
    return found


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.customer_id)
def test_warnings_are_what_the_story_expects(story: Any, fired: Any, profile_schema: str) -> None:
    last = max(day for day, _ in fired)
    found = fired.get((last, story.customer_id), set())
    if profile_schema != SAMPLE:
        found = found - BY_ALL_OTHERS.get(story.customer_id, set())

    assert found == set(filter(None, story.expected["warnings"].split(",")))


def test_every_rule_fires(fired: Any) -> None:
    assert len(set().union(*fired.values())) == 10


def test_warnings_equal_brute_force(fired: Any, profile_schema: str, spark: SparkSession) -> None:
    facts = read_facts(spark, profile_schema)
    tables = {
        name: {
            (row.as_of_date, row.customer_id): row
            for row in spark.table(f"{profile_schema}_dws.dws_customer_profile_{name}").collect()
        }
        for name in ("activity", "order_rfm", "order_metrics", "lifecycle")
    }
    expected = {
        (day, customer): rules
        for day, customers in facts.profiled.items()
        for customer, who in customers.items()
        if who.is_marketable
        and (
            rules := {
                *of_contacts(facts, customer, day),
                *of_purchases(facts, customer, day),
                *of_carts(facts, customer, day),
                *of_tables(tables, customer, day, earlier_date(facts.profiled, day)),
            }
        )
    }

    assert dict(fired) == expected


def of_contacts(facts: Facts, customer: str, day: date) -> Iterator[str]:
    contacts = [
        row for row in facts.contacts.get(customer, []) if within(row.contact_date, day, 180)
    ]
    end = datetime.combine(day + timedelta(days=1), time())
    late = timedelta(minutes=facts.targets["投诉"])
    if any(
        row.issue_category == "投诉"
        and row.contact_time + late < end
        and (
            row.resolution_time is None
            or row.contact_time + timedelta(minutes=row.resolution_time) >= end
        )
        for row in contacts
    ):
        yield "complaint_overdue"
    if sum(row.nps_score is not None and row.nps_score <= 6 for row in contacts) >= 2:
        yield "satisfaction_low"
    if any((row.escalation_level or 0) >= 2 for row in contacts):
        yield "escalated"


def of_purchases(facts: Facts, customer: str, day: date) -> Iterator[str]:
    lines = [row for row in facts.lines.get(customer, []) if row.transaction_date <= day]
    paid = {row.source_transaction_id for row in facts.lines.get(customer, [])}
    returned = {
        row.order_item_id
        for row in facts.refunds.get(customer, [])
        if row.order_item_id in paid and within(row.refund_date, day, 90)
    }
    bought = sum(within(row.transaction_date, day, 90) for row in lines)
    if len(returned) >= 3 and 2 * len(returned) >= bought:
        yield "repeat_returns"
    quiet_from = day - timedelta(days=90)
    days: dict[str, set[date]] = defaultdict(set)
    money: dict[str, Decimal] = defaultdict(Decimal)
    recent = set()
    for row in lines:
        category = facts.category.get(row.product_id)
        if category is not None and row.transaction_date > quiet_from:
            recent.add(category)
        elif category is not None and within(row.transaction_date, quiet_from, 365):
            days[category].add(row.transaction_date)
            money[category] += row.amount
    if days and recent:
        favourite = max(days, key=lambda name: (len(days[name]), money[name], name))
        if len(days[favourite]) >= 3 and favourite not in recent:
            yield "category_quiet"


def of_carts(facts: Facts, customer: str, day: date) -> Iterator[str]:
    end = datetime.combine(day + timedelta(days=1), time())
    ordered = [
        (row.product_id, row.order_time)
        for row in facts.order_lines.get(customer, [])
        if row.order_date <= day
    ]
    left = {
        row.product_id
        for row in facts.events.get(customer, [])
        if row.event_type == "add_to_cart"
        and row.product_id is not None
        and within(row.event_date, day, 30)
        and row.event_timestamp + timedelta(hours=24) <= end
        and not any(
            product == row.product_id and when >= row.event_timestamp for product, when in ordered
        )
    }
    if len(left) >= 3:
        yield "carts_abandoned"


def earlier_date(dates: Iterable[date], day: date) -> date | None:
    """The last stored date that is 30 to 60 days before."""
    return max((other for other in dates if 30 <= (day - other).days <= 60), default=None)


def of_tables(
    tables: dict[str, dict[tuple[date, str], Row]], customer: str, day: date, before: date | None
) -> Iterator[str]:
    now, earlier = (day, customer), (before, customer)
    activity, levels = tables["activity"], tables["order_rfm"]
    if (
        now in levels
        and earlier in levels
        and BANDS.index(levels[earlier].order_rfm_level) - BANDS.index(levels[now].order_rfm_level)
        >= 2
    ):
        yield "level_dropped"
    if (
        earlier in activity
        and activity[earlier].activity_index_frozen >= 10
        and 2 * activity[now].activity_index_frozen <= activity[earlier].activity_index_frozen
    ):
        yield "activity_halved"
    if (
        now in levels
        and levels[now].m_score >= 4
        and tables["lifecycle"][now].stage_code == "dormant"
    ):
        yield "sleeping_high_value"
    orders = tables["order_metrics"].get(now)
    if orders and orders.purchase_day_count == 1 and 60 <= orders.recency_days < 180:
        yield "no_second_order"
