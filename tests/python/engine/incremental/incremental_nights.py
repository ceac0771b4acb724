"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Nightly builds of the promo facts and daily summaries, and what they left behind.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from incremental_world import World
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Outcome, Workspace

PROMO = "customer_service_promo"
FACTS = tuple(f"dwd_{PROMO}_{name}" for name in ("send", "use", "reject"))
SUMMARIES = tuple(
    f"dws_{PROMO}_{name}"
    for name in (
        "daily",
        "activity_daily",
        "customer_service_daily",
        "product_daily",
        "consumer_daily",
    )
)
ARRIVALS = tuple(f"dwd_{PROMO}_{name}_arrival" for name in ("send", "use"))
REPEATED_KEYS = tuple(f"dwd_{PROMO}_{name}_repeated_key" for name in ("send", "use"))
PLANS = (*(f"{fact}_plan" for fact in FACTS), f"dws_{PROMO}_daily_plan")
DIMENSIONS = (
    f"dwd_{PROMO}_activity",
    f"dwd_{PROMO}_activity_item",
    "dwd_product",
    "dwd_sku",
    "dwd_customer_service",
)
TABLES = (*FACTS, *SUMMARIES)
# what a fact is found out by, before its plan: the index of its raw rows, the keys that repeat
INDEXES = (*(f"{arrival}_plan" for arrival in ARRIVALS), *ARRIVALS, *REPEATED_KEYS)
MODELS = (*DIMENSIONS, *INDEXES, *PLANS, *TABLES)


@dataclass
class Nights:
    """One warehouse that is built night after night from a changing world."""

    workspace: Workspace
    spark: SparkSession
    schema: str
    project: Path = REPOSITORY
    tables: Sequence[str] = (*ARRIVALS, *TABLES)
    models: Sequence[str] = MODELS

    def name(self, table: str, schema: str | None = None) -> str:
        """The table's full name."""
        return f"{schema or self.schema}_{table[:3]}.{table}"

    def attempt(
        self,
        as_of: date,
        *arguments: str,
        command: str = "run",
        models: Iterable[str] = (),
        schema: str | None = None,
        **settings: Any,
    ) -> Outcome:
        """Run dbt on the area's facts and daily summaries, without tests."""
        return self.workspace.dbt(
            *(command, "--select", *(models or self.models), *arguments),
            schema=schema or self.schema,
            project=self.project,
            settings={f"{PROMO}_ods": "source", "ods_schema": f"{self.schema}_ods", **settings},
            environment={"AS_OF_DATE": str(as_of), "SPARK_SHUFFLE_PARTITIONS": "2"},
        )

    def run(self, as_of: date, *arguments: str, **settings: Any) -> Outcome:
        """The same, where it must succeed."""
        outcome = self.attempt(as_of, *arguments, **settings)
        assert outcome.success, (outcome.error, outcome.messages)
        return outcome

    def night(self, world: World, as_of: date, **settings: Any) -> dict[str, dict[str, str]]:
        """Write the world, build, hold every table against its full build; return the reasons."""
        before = self.written()
        world.write(self.spark, f"{self.schema}_ods")
        self.run(as_of, **settings)
        assert self.differences(as_of, **settings) == {}
        reasons = self.reasons()
        self.assert_only_these_were_written(before, reasons)
        return reasons

    def reasons(self) -> dict[str, dict[str, str]]:
        """Why the last run rewrote what it rewrote: table → day → reason."""
        found: dict[str, dict[str, str]] = {table: {} for table in TABLES}
        for plan in PLANS:
            planned = self.spark.table(self.name(plan)).where("rewrite_reason is not null")
            for row in planned.collect():
                found[row.table_name][str(row.dt)] = row.rewrite_reason
        return found

    def arrivals(self, table: str) -> dict[str, str]:
        """Why the last run read the files of a day of arrival: day → reason."""
        planned = self.spark.table(self.name(f"{table}_plan")).where("rewrite_reason is not null")
        return {str(row.dt): row.rewrite_reason for row in planned.collect()}

    def written(self) -> dict[str, dict[str, list[tuple[str, int]]]]:
        """The files of every partition with their times of writing: table → partition → files."""
        found: dict[str, dict[str, list[tuple[str, int]]]] = {}
        for table in TABLES:
            folder = self.folder(table)
            found[table] = {}
            for file in sorted(folder.glob("dt=*/*.parquet")):
                partition = file.parent.name.removeprefix("dt=")
                found[table].setdefault(partition, []).append((file.name, file.stat().st_mtime_ns))
        return found

    def folder(self, table: str) -> Path:
        """Where Spark keeps a table."""
        warehouse = self.workspace.folder / ".spark" / "warehouse"
        return warehouse / f"{self.schema}_{table[:3]}.db" / table

    def assert_only_these_were_written(
        self,
        before: Mapping[str, Mapping[str, Any]],
        reasons: Mapping[str, Mapping[str, str]],
    ) -> None:
        """Every partition whose files changed has a reason; none with a reason kept its files."""
        after = self.written()
        for table in TABLES:
            days = before[table].keys() | after[table].keys()
            touched = {d for d in days if before[table].get(d) != after[table].get(d)}
            assert touched == reasons[table].keys() & days, table

    def differences(self, as_of: date, **settings: Any) -> dict[str, Any]:
        """Tables that are not what their own full query gives on their parents: table → rows."""
        without_tests = ("--full-refresh", "--exclude", "resource_type:test")
        self.run(as_of, *without_tests, command="compile", models=self.tables, **settings)
        manifest = json.loads(
            (self.workspace.target_path(self.schema) / "manifest.json").read_text("utf-8")
        )
        found = {}
        for table in self.tables:
            query = manifest["nodes"][f"model.customer_value.{table}"]["compiled_code"]
            stored, full = (self.rows(relation) for relation in (self.name(table), f"({query})"))
            if stored != full:
                found[table] = {
                    "only stored": list((stored - full).elements())[:5],
                    "only in the full build": list((full - stored).elements())[:5],
                }
        return found

    def rows(self, relation: str) -> Counter[str]:
        """The rows of a table or query as text, each as often as it occurs."""
        rows = self.spark.sql(f"select * from {relation}").collect()
        return Counter(str(sorted(row.asDict().items())) for row in rows)
