"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The shortest way up of every customer of the built sample, against brute force over the moves that
the customer can make, scored in plain Python by the cut points that are stored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from pyspark.sql import SparkSession
from workspace import Outcome

LARGEST_TOTALS = {"流失用户": 5, "一般用户": 8, "潜力用户": 12, "高价值用户": 15}
CENT = Decimal("0.01")
# (R in days, F, M): what is scored
Values = tuple[int, int, Decimal]


@dataclass(frozen=True)
class Climber:
    """A customer with one of the two levels; `counted` is what further money is added to."""

    kind: str
    values: Values
    counted: Decimal
    total: int
    level: str

    @property
    def needed(self) -> int | None:
        """The smallest total of the level above; None in the highest."""
        own = LARGEST_TOTALS[self.level]
        return own + 1 if own < max(LARGEST_TOTALS.values()) else None


@dataclass(frozen=True)
class CutPoints:
    """The stored cut points of a kind of level: metric → (score, lowest value)."""

    lowest: Mapping[str, Sequence[tuple[int, Decimal]]]

    def total(self, values: Values) -> int:
        """The total score of these values: of each metric the best score whose lowest value they
        reach.
        """
        days, frequency, monetary = values
        return (
            max(score for score, value in self.lowest["recency_days"] if days <= value)
            + max(score for score, value in self.lowest["frequency"] if frequency >= value)
            + max(score for score, value in self.lowest["monetary"] if monetary >= value)
        )

    def amounts(self, climber: Climber) -> list[Decimal]:
        """Money that may make a difference: each lowest value, and a cent less."""
        missing = [value - climber.counted for _, value in self.lowest["monetary"]]
        return sorted({Decimal(0), *(x for m in missing for x in (m, m - CENT) if x > 0)})

    def orders(self, climber: Climber) -> range:
        """Orders that may make a difference; a redemption is one whatever their number."""
        if climber.kind == "promo":
            return range(1, 2)
        most = max(value for _, value in self.lowest["frequency"])
        return range(1, max(int(most) - climber.values[1], 1) + 1)


def after(climber: Climber, orders: int, amount: Decimal) -> Values:
    """The values after so many orders today, which cost so much together."""
    _, frequency, monetary = climber.values
    more = 0 if climber.kind == "promo" else orders
    return 0, frequency + more, max(monetary, climber.counted + amount)


@pytest.fixture(scope="module")
def ways(spark: SparkSession, sample: Outcome) -> dict[tuple[str, str], Any]:
    rows = spark.table("sample_ads.ads_customer_profile_way_up").collect()
    return {(row.customer_id, row.level_kind): row for row in rows}


@pytest.fixture(scope="module")
def cut_points(spark: SparkSession, sample: Outcome, ways: Any) -> dict[str, CutPoints]:
    found = {}
    for kind, area in (("promo", "customer_service_promo"), ("order", "customer_profile_order")):
        lowest = defaultdict(list)
        for row in of_the_day(spark, ways, f"dws_{area}_rfm_cut_points"):
            lowest[row.metric].append((row.score, row.lowest_value))
        found[kind] = CutPoints(lowest)
    return found


@pytest.fixture(scope="module")
def climbers(spark: SparkSession, sample: Outcome, ways: Any) -> dict[tuple[str, str], Climber]:
    profiled = {
        row.customer_id
        for row in of_the_day(spark, ways, "dws_customer_profile_population")
        if row.is_profiled
    }
    net = {
        row.customer_id: row.window_net_amount
        for row in of_the_day(spark, ways, "dws_customer_profile_order_metrics")
    }
    found = {}
    for row in of_the_day(spark, ways, "dws_customer_service_promo_consumer_rfm"):
        values = (row.recency_days, row.frequency, row.monetary)
        climber = Climber("promo", values, row.monetary, row.rfm_total, row.user_level)
        found[row.consumer_id, "promo"] = climber
    for row in of_the_day(spark, ways, "dws_customer_profile_order_rfm"):
        values = (row.recency_days, row.frequency, row.monetary)
        found[row.customer_id, "order"] = Climber(
            "order", values, net[row.customer_id], row.order_rfm_total, row.order_rfm_level
        )
    return {key: climber for key, climber in found.items() if key[0] in profiled}


def of_the_day(spark: SparkSession, ways: Mapping[Any, Any], table: str) -> list[Any]:
    """The rows of a stored table that are of the as-of date of the ways."""
    (day,) = {row.as_of_date for row in ways.values()}
    return [row for row in spark.table(f"sample_dws.{table}").collect() if row.as_of_date == day]


def test_every_level_of_a_consenting_customer_has_its_row(ways: Any, climbers: Any) -> None:
    assert ways.keys() == climbers.keys()
    assert len(ways) > 300
    kinds = Counter((row.level_kind, row.way_status) for row in ways.values())
    # the sample has every case but an order level that no order can lift
    assert kinds.keys() == {
        *(("promo", status) for status in ("reachable", "unreachable", "top")),
        *(("order", status) for status in ("reachable", "top")),
    }


def test_scores_are_those_of_the_stored_cut_points(climbers: Any, cut_points: Any) -> None:
    assert {key: cut_points[key[1]].total(climber.values) for key, climber in climbers.items()} == {
        key: climber.total for key, climber in climbers.items()
    }


def test_no_way_takes_fewer_orders_or_as_many_and_less_money(
    ways: Any, climbers: Any, cut_points: Any
) -> None:
    shortest = {
        key: next(moves_that_suffice(climber, cut_points[key[1]]), None)
        for key, climber in climbers.items()
    }

    assert shortest == {
        key: (row.purchase_count, row.amount_more) if row.way_status == "reachable" else None
        for key, row in ways.items()
    }


def moves_that_suffice(climber: Climber, cuts: CutPoints) -> Iterator[tuple[int, Decimal]]:
    """Orders and money that lift the level, the fewest orders first and then the least money."""
    if climber.needed is None:
        return
    for orders, amount in product(cuts.orders(climber), cuts.amounts(climber)):
        if cuts.total(after(climber, orders, amount)) >= climber.needed:
            yield orders, amount


def test_a_way_reaches_the_level_and_nothing_smaller_does(
    ways: Any, climbers: Any, cut_points: Any
) -> None:
    tried = 0
    for key, row in ways.items():
        if row.way_status != "reachable":
            continue
        climber, cuts = climbers[key], cut_points[key[1]]
        target = (row.target_recency_days, row.target_frequency, row.target_monetary)
        assert target == (
            climber.values[0] - row.days_less,
            climber.values[1] + row.orders_more,
            max(climber.values[2], climber.counted + row.amount_more),
        )
        assert cuts.total(target) == row.reached_total >= climber.needed
        assert row.reached_level == level_of(row.reached_total)
        for smaller in smaller_moves(climber, target, cuts):
            assert cuts.total(smaller) < climber.needed, (key, target, smaller)
            tried += 1
    assert tried > 10_000


def smaller_moves(climber: Climber, target: Values, cuts: CutPoints) -> Iterator[Values]:
    """Everything between what the customer has and the target, but for the target itself."""
    days, frequency, monetary = climber.values
    amounts = [*(climber.counted + amount for amount in cuts.amounts(climber)), monetary]
    for move in product(
        range(target[0], days + 1),
        range(frequency, target[1] + 1),
        sorted({max(amount, monetary) for amount in amounts if amount <= target[2]}),
    ):
        if move != target:
            yield move


def level_of(total: int) -> str:
    """The first level whose largest total is not exceeded."""
    return next(level for level, largest in LARGEST_TOTALS.items() if total <= largest)
