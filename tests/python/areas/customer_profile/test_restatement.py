"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Past dates built anew after facts of the past have changed: every row that differs from what was
stored is in the ledger of restatements, with its cause, and the ledger has no other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from torture import LONG, only_in_torture
from workspace import REPOSITORY, Outcome, Workspace, tables_in

SCHEMA = "restated"
PAST, TODAY = date(2024, 5, 31), date(2024, 6, 30)
PREFIX = "dws_customer_profile_"
LISTED = REPOSITORY / "macros/customer_profile/restatement/dated_tables.sql"
DATED = [
    name
    for name in re.findall(r"'(dws_\w+)':", LISTED.read_text("utf-8"))
    if name != f"{PREFIX}date"
]
SUMMARIES = "path:models/dws/customer_profile"
# what orders are summed up in; all summaries by make torture
OF_ORDERS = ("orders", "sales", "restatement", "*_date.sql", "*_population.sql")
BUILT = (SUMMARIES,) if LONG else tuple(f"{SUMMARIES}/{part}" for part in OF_ORDERS)
Rows = dict[tuple[str, date, str], tuple[str, ...]]


class World:
    """A copy of the dated tables over views of the sample's facts, which a test may change."""

    def __init__(self, workspace: Workspace, spark: SparkSession) -> None:
        self._workspace = workspace
        self._spark = spark
        for layer in ("dwd", "dws", "reference"):
            spark.sql(f"create schema {SCHEMA}_{layer}")
            for table in tables_in(spark, f"sample_{layer}"):
                self._copy(f"{layer}.{table}")

    def change(self, table: str, *select: str, extra: str = "") -> None:
        """Put other rows in a table's place: `select` replaces columns, `extra` adds rows."""
        source = f"sample_dwd.{table}"
        replaced = {column.rpartition(" as ")[2]: column for column in select}
        columns = ", ".join(replaced.get(name, name) for name in self._spark.table(source).columns)
        self._spark.sql(
            f"create or replace view {SCHEMA}_dwd.{table} as select {columns} from {source} {extra}"
        )

    def build(self, **settings: Any) -> None:
        """Models of the area's summaries, as a night would."""
        built = self._workspace.dbt(
            *("build", "--select", *BUILT),
            *("--resource-type", "model"),
            schema=SCHEMA,
            settings=settings,
        )
        assert built.success, built

    def rows(self) -> Rows:
        """What the dated tables hold, by table, date and customer."""
        found: dict[tuple[str, date, str], list[str]] = {}
        for name in DATED:
            for row in self._spark.table(f"{SCHEMA}_dws.{name}").collect():
                key = (name, row["as_of_date"], row["customer_id"])
                found.setdefault(key, []).append(str(row))
        return {key: tuple(sorted(rows)) for key, rows in found.items()}

    def ledger(self) -> list[dict[str, Any]]:
        """The ledger of restatements, in the order of its runs."""
        ledger = self._spark.table(f"{SCHEMA}_dws.{PREFIX}restatement")
        return [row.asDict() for row in ledger.orderBy("restated_at", "source_table").collect()]

    def due(self) -> dict[tuple[date, str], int]:
        """The customers whose facts have changed since a date was stored."""
        due = self._spark.table(f"{SCHEMA}_dws.{PREFIX}restatement_due").collect()
        return {(row.as_of_date, row.cause): row.customer_count for row in due}

    def kept(self) -> list[str]:
        """The tables that hold rows for the ledger to compare."""
        listed = tables_in(self._spark, f"{SCHEMA}_dws")
        return [table for table in listed if table.endswith("__kept")]

    def drop(self) -> None:
        """Remove the copy."""
        for layer in ("dwd", "dws", "reference"):
            self._spark.sql(f"drop schema {SCHEMA}_{layer} cascade")

    def _copy(self, table: str) -> None:
        name = table.partition(".")[2]
        source = self._spark.table(f"sample_{table}")
        if not name.startswith(PREFIX):
            self._spark.sql(f"create view {SCHEMA}_{table} as select * from sample_{table}")
        elif source.columns[-1] == "as_of_date":
            source.write.partitionBy("as_of_date").format("parquet").saveAsTable(
                f"{SCHEMA}_{table}"
            )
        else:
            source.write.format("parquet").saveAsTable(f"{SCHEMA}_{table}")


@pytest.fixture(scope="module")
def world(workspace: Workspace, spark: SparkSession, sample: Outcome) -> Iterator[World]:
    assert sample.success, sample
    copied = World(workspace, spark)
    yield copied
    copied.drop()


@pytest.fixture(scope="module")
def chosen(spark: SparkSession, world: World) -> dict[str, str]:
    """Of the sample: an order that is cancelled, one that comes late, and a customer who goes."""
    orders = spark.table("sample_dwd.dwd_order").where(
        F.col("is_paid") & F.col("customer_id").isNotNull() & (F.col("pay_date") <= str(PAST))
    )
    profiled = spark.table(f"sample_dws.{PREFIX}population").where(
        F.col("is_profiled") & (F.col("as_of_date") == str(PAST))
    )
    rows = (
        orders.join(profiled.select("customer_id"), "customer_id", how="left_semi")
        .groupBy("customer_id")
        .agg(F.min("order_id").alias("order_id"))
        .orderBy("customer_id")
        .limit(3)
        .collect()
    )
    return {
        "cancelled": rows[0].order_id,
        "cancels": rows[0].customer_id,
        "repeated": rows[1].order_id,
        "late": rows[1].customer_id,
        "erased": rows[2].customer_id,
    }


def differences(before: Rows, after: Rows) -> Counter[tuple[str, date]]:
    """How many customers have other rows, by table and date."""
    return Counter(
        (table, on)
        for table, on, customer in before.keys() | after.keys()
        if before.get((table, on, customer)) != after.get((table, on, customer))
    )


def counted(ledger: list[dict[str, Any]]) -> Counter[tuple[str, date]]:
    """How many customers the ledger says to have other rows, by table and date."""
    found: Counter[tuple[str, date]] = Counter()
    for row in ledger:
        if row["cause"] != "unchanged":
            found[row["source_table"], row["as_of_date"]] += row["customer_count"]
    return found


def causes(ledger: list[dict[str, Any]], table: str, on: date) -> dict[str, int]:
    """The causes of a table's differences on a date."""
    return {
        row["cause"]: row["customer_count"]
        for row in ledger
        if (row["source_table"], row["as_of_date"]) == (PREFIX + table, on)
    }


def test_every_row_that_a_restated_date_changes_is_in_the_ledger(
    world: World, chosen: dict[str, str]
) -> None:
    before = world.rows()
    stays = f"order_id != '{chosen['cancelled']}'"
    columns = (
        f"if({stays}, order_status, '已取消') as order_status",
        f"is_paid and {stays} as is_paid",
        f"if({stays}, pay_date, null) as pay_date",
    )
    late = (
        "union all select 'late order' as order_id, * except (order_id) from sample_dwd.dwd_order"
        f" where order_id = '{chosen['repeated']}'"
    )
    world.change("dwd_order", *columns, extra=late)

    world.build()
    same_night = world.rows()

    # a night builds the as-of date again, compares it, and says that the past one is due
    assert {on for _, on in differences(before, same_night)} == {TODAY}
    assert counted(world.ledger()) == differences(before, same_night)
    assert world.due() == {(PAST, "late_rows"): 1, (PAST, "changed_rows"): 1}

    world.build(customer_profile_restate=True)
    restated = world.rows()
    ledger = [row for row in world.ledger() if row["as_of_date"] == PAST]

    changed = differences(same_night, restated)
    assert {on for _, on in changed} == {PAST}
    assert counted(ledger) == changed
    unchanged = causes(ledger, "input", PAST).pop("unchanged")
    assert causes(ledger, "input", PAST) == {
        "late_rows": 1,
        "changed_rows": 1,
        "unchanged": unchanged,
    }
    assert {"late_rows", "changed_rows"} <= causes(ledger, "order_metrics", PAST).keys()
    assert {row["cause"] for row in ledger} <= {
        *("late_rows", "changed_rows", "shared_inputs", "unchanged"),
    }
    assert (world.due(), world.kept()) == ({}, [])


@only_in_torture("builds the past once more")
def test_a_customer_who_is_erased_leaves_every_date_and_is_counted(
    world: World, chosen: dict[str, str]
) -> None:
    before = world.rows()
    already = len(world.ledger())
    asks = f"union all select '{chosen['erased']}' as customer_id, timestamp '2024-06-30 12:00:00'"
    world.change("dwd_customer_erasure", extra=asks)

    world.build()
    after = world.rows()
    ledger = [row for row in world.ledger() if row["as_of_date"] == PAST]

    gone = {key for key in before if key[2] == chosen["erased"]}
    assert len({on for _, on, _ in gone}) == 2
    assert not any(customer == chosen["erased"] for _, _, customer in after)
    assert len(world.ledger()) > already
    assert {
        (row["source_table"], row["customer_count"]) for row in ledger if row["cause"] == "erasure"
    } == {(table, 1) for table, on, _ in gone if on == PAST}
    assert chosen["erased"] not in str(world.ledger())


@only_in_torture("builds the past once more")
def test_other_rules_are_the_cause_where_they_changed(world: World) -> None:
    before = world.rows()
    seen = len(world.ledger())

    world.build(customer_profile_restate=True, customer_profile_mature_purchase_days=3)

    ledger = world.ledger()[seen:]
    by_facts = [row for row in ledger if row["source_table"] == f"{PREFIX}input"]
    changed = differences(before, world.rows())
    assert changed[f"{PREFIX}lifecycle", PAST] > 0
    assert counted(ledger) == changed
    assert (
        {"changed_rules"}
        <= set(causes(ledger, "lifecycle", PAST))
        <= {"changed_rules", "unchanged"}
    )
    assert {row["cause"] for row in by_facts} == {"unchanged"}
