"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The indexes of orders on the built sample and in another world: against a count in plain Python for
every customer and both dates, and against what the stories say must come of them.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from independent_order_indexes import (
    bought_categories,
    expected_gap,
    is_on_sale,
    orders_by_customer,
    population_median,
    stage,
)
from pyspark.sql import SparkSession

from customer_value.areas.customer_profile.sample.stories import THEMES

FIRST, LAST = 0, -1
# the story counts the refund; the warehouse counts refunds of paid orders only, as it does gross
WITHOUT_PAID_ORDER = {"C80000617"}


class Built:
    """A warehouse's tables as dicts."""

    def __init__(self, spark: SparkSession, schema: str) -> None:
        self._spark, self._schema = spark, schema

    def rows(self, table: str) -> list[dict[str, Any]]:
        """All rows of a table."""
        layer = table.partition("_")[0]
        name = f"{self._schema}_{layer}.{table}"
        return [row.asDict() for row in self._spark.table(name).collect()]

    def date(self, place: int) -> date:
        """The first or the last date that was built."""
        return sorted(row["as_of_date"] for row in self.rows("dws_customer_profile_date"))[place]

    def by_customer(self, name: str, on: date) -> dict[str, dict[str, Any]]:
        """The rows of a dated table of the area, by customer."""
        rows = self.rows(f"dws_customer_profile_{name}")
        return {row["customer_id"]: row for row in rows if row["as_of_date"] == on}

    def profiled(self, on: date) -> set[str]:
        """Who consents to profiling."""
        population = self.by_customer("population", on)
        return {customer for customer, row in population.items() if row["is_profiled"]}


@pytest.fixture(scope="module")
def built(spark: SparkSession, profile_schema: str) -> Built:
    return Built(spark, profile_schema)


@pytest.mark.parametrize("place", [FIRST, LAST])
def test_order_metrics_rfm_and_stages_equal_a_count_in_plain_python(
    built: Built, place: int
) -> None:
    on = built.date(place)
    profiled = built.profiled(on)
    everybody = orders_by_customer(built.rows("dwd_order"), built.rows("dwd_refund"), on)
    counted = {customer: everybody[customer] for customer in profiled & everybody.keys()}
    typical = population_median(counted.values())
    names = {row["stage_code"]: row["stage_name"] for row in built.rows("dwd_lifecycle_stage")}

    metrics = built.by_customer("order_metrics", on)
    scored = built.by_customer("order_rfm", on)
    lifecycles = built.by_customer("lifecycle", on)

    assert len(counted) > 50
    assert {
        customer: (row["order_count"], row["gross_amount"], row["refund_amount"], row["gap_count"])
        for customer, row in metrics.items()
    } == {
        customer: (orders.order_count, orders.gross, orders.refunds, len(orders.gaps))
        for customer, orders in counted.items()
    }
    assert {
        customer: (row["recency_days"], row["frequency"], row["monetary"])
        for customer, row in scored.items()
    } == {
        customer: (
            (on - max(orders.pay_dates)).days,
            orders.window_order_count,
            max(orders.window_net, Decimal(0)),
        )
        for customer, orders in counted.items()
    }
    assert {
        customer: (names[row["stage_code"]], row["expected_gap_days"])
        for customer, row in lifecycles.items()
    } == {
        customer: (
            stage(counted.get(customer), typical, on),
            expected_gap(counted.get(customer), typical),
        )
        for customer in profiled
    }


@pytest.mark.parametrize("place", [FIRST, LAST])
def test_penetration_equals_a_count_in_plain_python(built: Built, place: int) -> None:
    on = built.date(place)
    products = [row for row in built.rows("dwd_product") if row["category_id"]]
    on_sale = {row["category_id"] for row in products if is_on_sale(row, on)}
    bought = bought_categories(
        built.rows("dwd_transaction_fact"),
        built.rows("dwd_refund"),
        {row["product_id"]: row["category_id"] for row in products},
        on,
    )

    penetrations = built.by_customer("penetration", on)

    assert on_sale
    assert {
        customer: (row["bought_category_count"], row["on_sale_category_count"])
        for customer, row in penetrations.items()
    } == {
        customer: (len(bought.get(customer, set()) & on_sale), len(on_sale))
        for customer in built.profiled(on)
    }


def test_stories_get_the_stage_and_the_money_that_they_tell(built: Built) -> None:
    on = built.date(LAST)
    names = {row["stage_code"]: row["stage_name"] for row in built.rows("dwd_lifecycle_stage")}
    lifecycles = built.by_customer("lifecycle", on)
    metrics = built.by_customer("order_metrics", on)
    nothing = {"gross_amount": 0, "refund_amount": 0, "net_amount": 0}
    wrong = []
    for story in (story for stories in THEMES.values() for story in stories):
        if "stage" in story.expected:
            found = names[lifecycles[story.customer_id]["stage_code"]]
            if found != story.expected["stage"]:
                wrong.append((story.customer_id, story.tells, found))
        if "net" in story.expected and story.customer_id not in WITHOUT_PAID_ORDER:
            row = metrics.get(story.customer_id, nothing)
            money = [Decimal(story.expected[name]) for name in ("gross", "refunds", "net")]
            if [row["gross_amount"], row["refund_amount"], row["net_amount"]] != money:
                wrong.append((story.customer_id, story.tells, row["net_amount"]))

    assert wrong == []


def test_stories_are_in_the_population_as_they_consent(built: Built) -> None:
    population = built.by_customer("population", built.date(LAST))
    wrong = []
    for story in (story for stories in THEMES.values() for story in stories):
        row = population.get(story.customer_id)
        found = {
            "is_in_population": str(row is not None).lower(),
            "is_profiled": str(bool(row and row["is_profiled"])).lower(),
            "is_erased": str(row is None).lower(),
        }
        for name, value in found.items():
            if story.expected.get(name, value) != value:
                wrong.append((story.customer_id, story.tells, name, value))

    assert wrong == []
