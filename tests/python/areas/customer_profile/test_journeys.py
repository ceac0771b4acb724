"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The published journeys of the built sample and of another world, link by link, against the same in
plain Python from the facts; and the timeline of the cards.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import date

import pytest
from independent_journeys import LEAST, ORDER, SESSION, Journeys, journeys, merged_links
from pyspark.sql import SparkSession

from customer_value.areas.customer_profile.pages.journeys import ENDS, START


@pytest.fixture(scope="module")
def day(profile_schema: str, spark: SparkSession) -> date:
    table = f"{profile_schema}_dws.dws_customer_profile_date"
    ((newest,),) = spark.sql(f"select max(as_of_date) from {table}").collect()
    assert isinstance(newest, date)
    return newest


@pytest.fixture(scope="module")
def expected(profile_schema: str, spark: SparkSession, day: date) -> Journeys:
    return journeys(spark, profile_schema, day)


def test_every_session_and_order_belongs_where_it_should(
    profile_schema: str, spark: SparkSession, expected: Journeys
) -> None:
    found = spark.table(
        f"{profile_schema}_ads_candidate.ads_customer_profile_journey_standing"
    ).collect()
    counts = {(row.journey_view, row.standing): row.journey_count for row in found}
    assert counts == {
        (view, standing): count
        for view, of_view in expected.standings.items()
        for standing, count in of_view.items()
    }
    assert expected.standings[SESSION]["纳入"] > 20


def test_links_are_those_of_the_paths_with_small_ones_merged(
    profile_schema: str, spark: SparkSession, expected: Journeys
) -> None:
    found = spark.table(f"{profile_schema}_ads_candidate.ads_customer_profile_journey").collect()
    links = {
        (row.journey_view, row.from_step, row.from_touch, row.to_touch): (
            row.journey_count,
            row.customer_count,
        )
        for row in found
    }
    assert links == {
        (view, *link): counts
        for view in (SESSION, ORDER)
        for link, counts in merged_links(expected.paths[view]).items()
    }


@pytest.mark.parametrize("seed", range(20))
def test_merging_keeps_sums_and_leaves_no_small_cell(seed: int) -> None:
    draw = random.Random(seed)
    touches = ["a", "b", "c", "d"][: 2 + seed % 3]
    paths = [
        (
            f"c{draw.randrange(6 + 4 * seed)}",
            ["开始", *(draw.choice(touches) for _ in range(draw.randrange(1, 7))), "结束"],
        )
        for _ in range(30 + 20 * seed)
    ]
    links = merged_links(paths)
    flows: Counter[tuple[int, str]] = Counter()
    for (step, source, target), (count, people) in links.items():
        assert people >= LEAST
        flows[step, source] -= count
        flows[step + 1, target] += count
    inner = {n: flow for n, flow in flows.items() if n[1] not in (START, *ENDS[SESSION])}
    assert set(inner.values()) <= {0}
    assert flows[0, START] == (-len(paths) if len({c for c, _ in paths}) >= LEAST else 0)


def test_a_timeline_has_nobody_without_consent_and_the_latest_first(
    profile_schema: str, spark: SparkSession, day: date
) -> None:
    entries = spark.table(f"{profile_schema}_ads_candidate.ads_customer_profile_timeline").collect()
    consenting = {
        row.customer_id
        for row in spark.table(f"{profile_schema}_dws.dws_customer_profile_population").collect()
        if row.is_profiled and row.as_of_date == day
    }
    assert entries and {row.customer_id for row in entries} <= consenting
    by_customer: dict[str, list[tuple[int, object]]] = {}
    for row in sorted(entries, key=lambda row: row.entry_number):
        by_customer.setdefault(row.customer_id, []).append((row.entry_number, row.happened_at))
    for found in by_customer.values():
        assert [number for number, _ in found] == list(range(1, len(found) + 1))
        times = [at for _, at in found]
        assert times == sorted(times, reverse=True)
