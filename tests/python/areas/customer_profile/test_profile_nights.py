"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Three nights of the customer profile = one full build of everything on the last night; and past
dates stay as their nights stored them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

import pytest
from other_world import ABSENT, FIRST_DATE, INDEXES, NIGHTS, OtherWorld
from other_world import SCHEMA as FULL
from profile_nights import (
    CANCELLED,
    ERASED,
    FACTS,
    LATE_ORDER,
    LATE_VERSION,
    SCHEMA,
    ProfileNights,
    stored_rows,
)
from pyspark.sql import SparkSession
from torture import only_in_torture
from workspace import Workspace

DATES = (FIRST_DATE, *NIGHTS)
pytestmark = only_in_torture("three nights of an area")


@dataclass(frozen=True)
class Built:
    """By dated table and date, the rows that the night which built the date left behind."""

    then: dict[tuple[str, date], Counter[str]]


@pytest.fixture(scope="module")
def built(workspace: Workspace, spark: SparkSession, other_world: OtherWorld) -> Built:
    nights = ProfileNights(workspace, spark, other_world.raw)
    then = {}
    for night, as_of in enumerate(NIGHTS):
        nights.build(night)
        for day in (FIRST_DATE, as_of) if night == 0 else (as_of,):
            for table in dated(spark):
                then[table, day] = stored_rows(spark, SCHEMA, table, day)
    return Built(then)


def dated(spark: SparkSession) -> list[str]:
    return [
        table for table in INDEXES if "as_of_date" in spark.table(f"{SCHEMA}_dws.{table}").columns
    ]


def stages(spark: SparkSession, customer: str) -> list[str]:
    rows = spark.table(f"{SCHEMA}_dws.dws_customer_profile_lifecycle").where(
        f"customer_id = '{customer}'"
    )
    return [row.stage_code for row in sorted(rows.collect(), key=lambda row: row.as_of_date)]


@pytest.mark.parametrize("table", [*FACTS, *INDEXES])
def test_three_nights_equal_a_full_build(table: str, built: Built, spark: SparkSession) -> None:
    nightly, full = (stored_rows(spark, schema, table, NIGHTS[-1]) for schema in (SCHEMA, FULL))

    assert {"only nightly": nightly - full, "only in full": full - nightly} == {
        "only nightly": Counter(),
        "only in full": Counter(),
    }
    assert full


def test_past_dates_stay_but_for_who_was_erased(built: Built, spark: SparkSession) -> None:
    changed = {}
    for table, day in built.then:
        kept = Counter(
            {row: n for row, n in built.then[table, day].items() if f"'{ERASED}'" not in row}
        )
        now = stored_rows(spark, SCHEMA, table, day)
        if kept != now:
            changed[table, day] = (kept - now, now - kept)

    assert changed == {}
    stored = spark.table(f"{SCHEMA}_dws.dws_customer_profile_date").collect()
    assert sorted(row.as_of_date for row in stored) == sorted(DATES)
    assert any(f"'{ERASED}'" in row for rows in built.then.values() for row in rows)


def test_late_rows_came_late(built: Built, spark: SparkSession) -> None:
    assert stages(spark, LATE_ORDER) == ["prospect", "prospect", "prospect", "new"]
    assert stages(spark, CANCELLED) == ["prospect", "new", "new", "prospect"]
    bought = spark.table(f"{SCHEMA}_dwd.dwd_transaction_fact")
    assert {row.region_id for row in bought.where(f"customer_id = '{LATE_VERSION}'").collect()} == {
        "R121"
    }


def test_a_world_without_optional_tables_says_what_is_off(
    other_world: OtherWorld, spark: SparkSession
) -> None:
    empty = [table.replace("ods_", "dwd_") for table in ABSENT]

    assert other_world.said.count("optional and not in") == 1
    assert f"optional and not in {FULL}_ods: {', '.join(ABSENT)}; so {', '.join(empty)}" in (
        other_world.said
    )
    assert [spark.table(f"{FULL}_dwd.{table}").count() for table in empty] == [0, 0, 0]
