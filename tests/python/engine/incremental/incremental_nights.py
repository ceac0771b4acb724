"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Nightly builds of the promo facts and daily summaries, and what they left behind.
"""

from __future__ import annotations

import json
import re
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
STAGED = tuple(f"stg_{PROMO}_{name}" for name in ("send", "use"))
DIMENSIONS = (
    f"dwd_{PROMO}_activity",
    f"dwd_{PROMO}_activity_item",
    "dwd_customer_service",
    "dwd_customer_erasure",
)
TABLES = (*FACTS, *SUMMARIES)
MODELS = (*STAGED, *DIMENSIONS, *TABLES)
# what the materialization logs of a table: its name, and why each day was rewritten
LOGGED = re.compile(r"by_day (\w+) (\{.*\})")


@dataclass
class Nights:
    """One warehouse that is built night after night from a changing world."""

    workspace: Workspace
    spark: SparkSession
    schema: str
    project: Path = REPOSITORY
    tables: Sequence[str] = (*STAGED, *TABLES)
    models: Sequence[str] = MODELS

    def name(self, table: str, schema: str | None = None) -> str:
        """The table's full name."""
        layer = {"stg": "staging"}.get(table[:3], table[:3])
        return f"{schema or self.schema}_{layer}.{table}"

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
            settings={
                **{f"{PROMO}_ods": "source", "shared_ods": "source"},
                "ods_schema": f"{self.schema}_ods",
                **settings,
            },
            environment={"AS_OF_DATE": str(as_of), "SPARK_SHUFFLE_PARTITIONS": "2"},
            keeps_artifacts=command == "compile",
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
        reasons = self.reasons()
        assert self.differences(as_of, **settings) == {}
        self.assert_only_these_were_written(before, reasons)
        return reasons

    def reasons(self) -> dict[str, dict[str, str]]:
        """Why the last run rewrote what it rewrote: table → day → reason."""
        log = (self.workspace.folder / "logs" / self.schema / "dbt.log").read_text("utf-8")
        found: dict[str, dict[str, str]] = {table: {} for table in (*STAGED, *TABLES)}
        for table, reasons in LOGGED.findall(log.rsplit("Running with dbt=", 1)[-1]):
            found[table] = json.loads(reasons)
        return found

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

    def differences(
        self, as_of: date, tables: Sequence[str] = (), **settings: Any
    ) -> dict[str, Any]:
        """Tables that are not what their own full query gives on their parents: table → rows."""
        tables = tables or self.tables
        without_tests = ("--full-refresh", "--exclude", "resource_type:test")
        self.run(as_of, *without_tests, command="compile", models=tables, **settings)
        manifest = json.loads(
            (self.workspace.target_path(self.schema) / "manifest.json").read_text("utf-8")
        )
        found = {}
        for table in tables:
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
        rows = self.spark.sql(f"select * from {relation}").drop("partition_fingerprint").collect()
        return Counter(str(sorted(row.asDict().items())) for row in rows)
